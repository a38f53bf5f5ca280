using System.Text;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Tests.Support;

namespace Synapse.Runtime.Tests.Processes;

/// <summary>What an author sees of a program, however it was started.</summary>
public sealed class RunProcessTests
{
    [Theory, CombinatorialLaunch]
    public async Task Result_has_exit_code_and_outputs(bool launched)
    {
        using var script = new Script(launched);
        var result = await script.ShAsync("echo one; echo two; echo three >&2");
        Assert.Null(script.Failure);
        Assert.Equal((0, "one\ntwo", "three", false), (result!.ExitCode, result.StandardOutput, result.StandardError, result.IsTruncated));
        Assert.True(result.Duration > TimeSpan.Zero);
    }

    [Theory, CombinatorialLaunch]
    public async Task Output_goes_into_the_log_line_by_line(bool launched)
    {
        using var script = new Script(launched);
        await script.ShAsync("echo $$; echo bad >&2", new() { LogLevel = MessageLevel.Success });
        Assert.Equal(["bad"], script.Lines("stderr"));
        var line = script.Output().Single(line => line.Data.Text("stream") == "stdout");
        Assert.Equal(("success", "sh", "script"), (line.Level, line.Data.Text("program"), line.Step));
        Assert.Equal(line.Data.Text("text"), $"{line.Data.Whole("pid")}");
    }

    [Theory, CombinatorialLaunch]
    public async Task Failure_names_program_exit_code_and_last_lines_of_standard_error(bool launched)
    {
        using var script = new Script(launched);
        await script.ShAsync("echo fine; for i in $(seq 1 30); do echo problem $i >&2; done; exit 3");
        var failure = script.ProcessFailure;
        Assert.Equal(3, failure.Result!.ExitCode);
        Assert.StartsWith("Program 'sh' ended with exit code 3. The last of its standard error:\nproblem 21\n", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("problem 30", failure.Message, StringComparison.Ordinal);
    }

    [Theory, CombinatorialLaunch]
    public async Task Failure_names_the_signal(bool launched)
    {
        using var script = new Script(launched);
        await script.ShAsync("kill -KILL $$");
        Assert.Equal("Program 'sh' ended with exit code 137 (SIGKILL) and wrote nothing.", script.ProcessFailure.Message);
    }

    [Theory, CombinatorialLaunch]
    public async Task Exit_code_that_the_author_accepts_is_no_failure(bool launched)
    {
        using var script = new Script(launched);
        var result = await script.ShAsync("exit 1", new() { IsSuccessExitCode = code => code is 0 or 1 });
        Assert.Equal(1, result!.ExitCode);
    }

    [Theory, CombinatorialLaunch]
    public async Task Input_is_read_to_its_end(bool launched)
    {
        using var script = new Script(launched);
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("0123456789\n", 100_000))));
        var result = await script.RunAsync("wc", ["-c"], new() { Input = input });
        Assert.Equal("1100000", result!.StandardOutput.Trim());
    }

    [Theory, CombinatorialLaunch]
    public async Task Without_input_there_is_none(bool launched)
    {
        using var script = new Script(launched);
        Assert.Equal("", (await script.RunAsync("cat", []))!.StandardOutput);
    }

    [Theory, CombinatorialLaunch]
    public async Task Input_that_nobody_reads_is_no_failure(bool launched)
    {
        using var script = new Script(launched);
        using var input = new MemoryStream(new byte[5_000_000]);
        Assert.Equal(0, (await script.RunAsync("true", [], new() { Input = input }))!.ExitCode);
    }

    [Theory, CombinatorialLaunch]
    public async Task Environment_is_changed_as_said(bool launched)
    {
        using var script = new Script(launched);
        var result = await script.ShAsync("echo \"$ADDED|${HOME-none}\"", new() { Environment = { ["ADDED"] = "a b", ["HOME"] = null } });
        Assert.Equal("a b|none", result!.StandardOutput);
    }

    [Theory, CombinatorialLaunch]
    public async Task Arguments_arrive_as_they_are(bool launched)
    {
        using var script = new Script(launched);
        string[] arguments = ["", "a b", "\"quoted\"", "$HOME", "*", "ä😀", "--help", "line\nbreak"];
        var result = await script.RunAsync("printf", ["%s;", .. arguments]);
        Assert.Equal(string.Join(';', arguments) + ";", result!.StandardOutput);
    }

    [Theory, CombinatorialLaunch]
    public async Task Program_runs_in_the_work_folder_or_below(bool launched)
    {
        using var script = new Script(launched);
        await script.InStepAsync(async run =>
        {
            Assert.Equal(run.WorkDir, (await run.RunProcessAsync("pwd", [])).StandardOutput);
            Directory.CreateDirectory(Path.Combine(run.WorkDir, "sub"));
            Assert.Equal(Path.Combine(run.WorkDir, "sub"), (await run.RunProcessAsync("pwd", [], new ProcessOptions { WorkingDirectory = "sub" })).StandardOutput);
        });
        Assert.Equal(RunState.Completed, script.Bench.Run().State);
    }

    [Theory, CombinatorialLaunch]
    public async Task Bytes_that_are_no_text_are_replaced(bool launched)
    {
        using var script = new Script(launched);
        var result = await script.RunAsync("printf", ["a\\377\\376b\\n"]);
        Assert.Equal("a\ufffd\ufffdb", result!.StandardOutput);
        Assert.Equal(["a\ufffd\ufffdb"], script.Lines());
    }

    [Theory, CombinatorialLaunch]
    public async Task Progress_bar_is_a_few_lines_of_the_log(bool launched)
    {
        using var script = new Script(launched);
        await script.ShAsync("i=0; while [ $i -lt 10000 ]; do i=$((i+1)); printf '\\r%s/10000' $i >&2; done; printf '\\n' >&2");
        var lines = script.Lines("stderr");
        Assert.Equal("10000/10000", lines[^1]);
        Assert.InRange(lines.Count, 1, 100);
    }

    [Theory, CombinatorialLaunch]
    public async Task Author_gets_each_line(bool launched)
    {
        using var script = new Script(launched);
        List<string> lines = [];
        await script.ShAsync("echo a; echo b; echo c >&2", new() { OnOutputLine = lines.Add, OnErrorLine = line => lines.Add("!" + line) });
        Assert.Equal(["!c", "a", "b"], lines.Order(StringComparer.Ordinal));
    }

    [Theory, CombinatorialLaunch]
    public async Task Program_is_ended_when_the_authors_callback_throws(bool launched)
    {
        using var script = new Script(launched);
        await script.ShAsync("echo $$; exec sleep 600", new() { OnOutputLine = _ => throw new FormatException("no number") });
        Assert.IsType<FormatException>(script.Failure);
        Pids.WaitForEnd((int)script.Output()[0].Data.Whole("pid")!);
    }

    [Theory, CombinatorialLaunch]
    public async Task Input_that_cannot_be_read_ends_the_program(bool launched)
    {
        using var script = new Script(launched);
        using var input = new MemoryStream();
        input.Close();
        await script.RunAsync("cat", [], new() { Input = input });
        Assert.IsType<ObjectDisposedException>(script.Failure);
    }

    [Theory, CombinatorialLaunch]
    public async Task Fifty_programs_run_at_once(bool launched)
    {
        using var script = new Script(launched);
        var outputs = Array.Empty<string>();
        await script.InStepAsync(async run => outputs = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
            (await run.RunProcessAsync("sh", ["-c", $"cat; echo {i}"])).StandardOutput)));
        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"{i}"), outputs);
    }

    [Fact]
    public async Task Line_over_the_limit_is_cut_and_the_result_says_so()
    {
        using var script = new Script();
        var result = await script.ShAsync("head -c 200000 /dev/zero | tr '\\0' x; echo; echo end");
        Assert.True(result!.IsTruncated);
        Assert.Equal(["end"], script.Lines().Skip(1));
        Assert.EndsWith($" … ({200_000 - (64 * 1024)} more bytes)", script.Lines()[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Result_keeps_the_last_lines_and_the_log_all()
    {
        using var script = new Script();
        var result = await script.RunAsync("seq", ["1", "100000"]);
        Assert.True(result!.IsTruncated);
        Assert.EndsWith("\n100000", result.StandardOutput, StringComparison.Ordinal);
        Assert.InRange(result.StandardOutput.Length, 200_000, 256 * 1024);
        Assert.Equal(100_000, script.Lines().Count);
    }

    [Fact]
    public async Task Hundred_megabytes_pass_through_little_memory()
    {
        using var bench = new Bench();
        using var plugin = TestProcess.Start(
            new Dictionary<string, string?> { ["DOTNET_GCHeapHardLimit"] = "0x3000000" }, // 48 MiB
            "process", "start", bench.State.Path, "head -c 100000000 /dev/zero | tr '\\0' x | fold -w 1000");
        Assert.Equal(0, plugin.WaitForExit());
        Assert.True(Files("events.jsonl*").Sum(file => file.Length) > 100_000_000);
        var lines = 0;
        foreach (var file in Files("log.jsonl*"))
        {
            lines += await File.ReadLinesAsync(file.FullName).CountAsync();
        }

        Assert.Equal(100_000, lines);

        FileInfo[] Files(string pattern) => new DirectoryInfo(bench.Last.Path).GetFiles(pattern);
    }
}
