using Synapse.Runtime.Tests.Support;

namespace Synapse.Runtime.Tests.Processes;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class ProgramPathTests
{
    [Theory, CombinatorialLaunch]
    public async Task Missing_program_names_the_path_that_was_searched(bool launched)
    {
        using var script = new Script(launched);
        await script.RunAsync("no-such-program", [], new() { Environment = { ["PATH"] = "/nowhere:/else" } });
        Assert.Equal(
            "Program 'no-such-program' was not found in PATH, which is /nowhere:/else. Install it, extend PATH, or give its full path.",
            script.ProcessFailure.Message);
        Assert.Null(script.ProcessFailure.Result);
    }

    [Fact]
    public async Task Missing_file_names_where_it_was_expected()
    {
        using var script = new Script();
        await script.RunAsync("./tool", []);
        Assert.StartsWith("Program './tool' was not found: there is no ", script.ProcessFailure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Path_of_the_programs_environment_counts()
    {
        using var tools = new TemporaryFolder();
        Write(tools, "tool", "#!/bin/sh\necho \"tool $0\"\n", executable: true);
        using var script = new Script();
        var result = await script.RunAsync("tool", [], new() { Environment = { ["PATH"] = tools.Path } });
        Assert.Equal($"tool {tools.In("tool")}", result!.StandardOutput);
    }

    [Fact]
    public async Task Relative_program_is_found_in_its_working_folder()
    {
        using var tools = new TemporaryFolder();
        Write(tools, "tool", "#!/bin/sh\necho here\n", executable: true);
        using var script = new Script();
        Assert.Equal("here", (await script.RunAsync("./tool", [], new() { WorkingDirectory = tools.Path }))!.StandardOutput);
    }

    [Fact]
    public async Task File_that_is_not_executable_says_how_to_make_it_so()
    {
        using var tools = new TemporaryFolder();
        Write(tools, "tool", "#!/bin/sh\n", executable: false);
        using var script = new Script();
        await script.RunAsync(tools.In("tool"), []);
        Assert.Contains("is not executable. Allow it with chmod +x", script.ProcessFailure.Message, StringComparison.Ordinal);
    }

    [Theory, CombinatorialLaunch]
    public async Task Missing_interpreter_is_a_program_that_could_not_be_started(bool launched)
    {
        using var tools = new TemporaryFolder();
        Write(tools, "tool", "#!/no/such/interpreter\n", executable: true);
        using var script = new Script(launched);
        await script.RunAsync(tools.In("tool"), []);
        Assert.StartsWith($"Program '{tools.In("tool")}' could not be started: ", script.ProcessFailure.Message, StringComparison.Ordinal);
        Assert.Contains("No such file or directory", script.ProcessFailure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_working_folder_is_named()
    {
        using var script = new Script();
        await script.RunAsync("true", [], new() { WorkingDirectory = "/no/such/folder" });
        Assert.Contains("its working directory /no/such/folder does not exist", script.ProcessFailure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Argument_with_a_nul_is_refused()
    {
        using var script = new Script();
        await script.RunAsync("echo", ["a\0b"]);
        Assert.IsType<ArgumentException>(script.Failure);
    }

    private static void Write(TemporaryFolder folder, string name, string text, bool executable)
    {
        File.WriteAllText(folder.In(name), text);
        File.SetUnixFileMode(folder.In(name), UnixFileMode.UserRead | (executable ? UnixFileMode.UserExecute : UnixFileMode.UserWrite));
    }
}
