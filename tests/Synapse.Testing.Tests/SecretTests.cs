using Synapse.Testing.Tests.Plugin;

namespace Synapse.Testing.Tests;

public class SecretTests
{
    [Fact]
    public async Task Plain_secret_arrives()
    {
        using var run = await ActionTest.RunAsync(Login.Descriptor, new LoginParams { Token = Secret.FromValue("s3cret") });

        Assert.Equal(new LoggedIn(6, null, null, "given"), run.Result);
    }

    [Fact]
    public async Task Plain_secret_of_a_nested_object_arrives()
    {
        var account = new Account { User = "ada", Password = Secret.FromValue("12345678") };
        using var run = await ActionTest.RunAsync(Login.Descriptor, new LoginParams { Token = Secret.FromValue("x"), Account = account });

        Assert.Equal(8, run.Result!.PasswordLength);
    }

    [Fact]
    public async Task Plain_secret_is_in_no_file()
    {
        using var run = await ActionTest.RunAsync(Login.Descriptor, new LoginParams { Token = Secret.FromValue("s3cret-value") });

        Assert.DoesNotContain(
            Directory.GetFiles(run.Folder, "*", SearchOption.AllDirectories),
            file => File.ReadAllBytes(file).AsSpan().IndexOf("s3cret-value"u8) >= 0);
    }

    [Fact]
    public async Task Plain_secret_is_masked_in_messages()
    {
        using var run = await ActionTest.RunAsync(Login.Descriptor, new LoginParams { Token = Secret.FromValue("s3cret") });

        Assert.Equal(["Token ***"], run.Messages);
    }

    [Fact]
    public async Task Constraints_are_checked_beside_a_plain_secret()
    {
        using var run = await ActionTest.RunAsync(Login.Descriptor, new LoginParams { Token = Secret.FromValue("s3cret"), Tries = 11 });

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("/tries", Assert.Single(run.ParamErrors).Pointer);
    }

    [Fact]
    public async Task Secret_by_reference_is_resolved_again()
    {
        using var folder = new TextFolder("token.txt");
        Assert.True(Secret.TryResolve($"file:{folder.Path}/token.txt", out var token, out _));
        using var run = await ActionTest.RunAsync(Login.Descriptor, new LoginParams { Token = token });

        Assert.Equal(new LoggedIn("content of token.txt".Length, null, null, token.Reference), run.Result);
    }

    [Fact]
    public async Task Plain_secret_and_reference_arrive_together()
    {
        using var folder = new TextFolder("token.txt");
        Assert.True(Secret.TryResolve($"file:{folder.Path}/token.txt", out var token, out _));
        using var run = await ActionTest.RunAsync(Login.Descriptor, new LoginParams { Token = token, Spare = Secret.FromValue("abc") });

        Assert.Equal(new LoggedIn("content of token.txt".Length, 3, null, token.Reference), run.Result);
    }

    [Fact]
    public async Task Plain_secret_of_a_struct_arrives()
    {
        using var run = await ActionTest.RunAsync(Locate.Descriptor, new Point { X = 3, Key = Secret.FromValue("k") });

        Assert.Equal("3 k", run.Result);
    }
}
