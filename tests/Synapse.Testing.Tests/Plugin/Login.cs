using System.ComponentModel.DataAnnotations;

namespace Synapse.Testing.Tests.Plugin;

[Params]
public sealed partial record LoginParams
{
    public required Secret Token { get; init; }

    public Secret? Spare { get; init; }

    public Account? Account { get; init; }

    [Range(1, 10)]
    public int Tries { get; init; } = 1;
}

[Params]
public sealed partial record Account
{
    public required string User { get; init; }

    public required Secret Password { get; init; }
}

public sealed record LoggedIn(int TokenLength, int? SpareLength, int? PasswordLength, string Reference);

[PluginAction("login")]
public sealed partial class Login
{
    public LoggedIn Execute(LoginParams p, RunContext run)
    {
        run.Log.Info("Token {Token}", p.Token);
        return new(p.Token.Reveal().Length, p.Spare?.Reveal().Length, p.Account?.Password.Reveal().Length, p.Token.Reference);
    }
}
