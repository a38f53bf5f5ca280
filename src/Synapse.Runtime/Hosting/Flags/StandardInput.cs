using System.Text;
using Synapse.Wiring;

namespace Synapse.Runtime.Hosting.Flags;

/// <summary>Who asks for standard input by <c>-</c>: the params or one secret, for it can be read only once.</summary>
internal static class StandardInput
{
    private const string VariablePrefix = "SYNAPSE_SECRET_";

    /// <summary>Reads a secret that stands there; more than one reader is a problem.</summary>
    public static void Resolve(HostContext host, ParamInput input, List<string> problems)
    {
        var secrets = new List<(string Path, FlagValue Value)>();
        Collect(input.Flags, "", secrets);
        var readers = secrets.Select(secret => secret.Value.Flag).ToList();
        if (input.File == ParamInput.StandardInput)
        {
            readers.Insert(0, "--params");
        }
        if (readers.Count > 1)
        {
            problems.Add($"{string.Join(" and ", readers)} all ask for standard input (-), which can be read only once.");
        }
        else if (secrets.Count == 1)
        {
            Take(host, secrets[0].Path, secrets[0].Value, problems);
        }
    }

    private static void Collect(FlagObject flags, string path, List<(string Path, FlagValue Value)> secrets)
    {
        foreach (var (name, nested, value) in flags.Members)
        {
            if (nested is not null)
            {
                Collect(nested, path + name + "_", secrets);
            }
            else if (value is { Kind: ParamKind.Secret } && value.Texts[0] == ParamInput.StandardInput)
            {
                secrets.Add((path + name, value));
            }
        }
    }

    /// <summary>
    /// The first line becomes a variable of this process, so that the binder and the journal know the secret as a reference
    /// like any other, and a resume in another process can name what must be given again.
    /// </summary>
    private static void Take(HostContext host, string path, FlagValue value, List<string> problems)
    {
        using var reader = new StreamReader(host.Console.Input, Encoding.UTF8, leaveOpen: true);
        var line = reader.ReadLine();
        if (string.IsNullOrEmpty(line))
        {
            problems.Add($"{value.Flag} -: standard input is empty, expected the secret on its first line.");
            return;
        }
        var variable = VariablePrefix + path.ToUpperInvariant();
        Environment.SetEnvironmentVariable(variable, line);
        value.Replace("env:" + variable);
    }
}
