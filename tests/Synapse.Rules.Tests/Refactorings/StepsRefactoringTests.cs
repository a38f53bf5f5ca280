using Synapse.CodeFixes.Refactorings;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Refactorings;

public sealed class StepsRefactoringTests
{
    [Fact]
    public async Task Execute_becomes_steps_that_hand_on_what_later_ones_read() => Assert.Equal(
        """
        [Params]
        public sealed partial record Settings { public required string Folder { get; init; } }

        [ExportAction]
        public sealed partial class Export
        {
            // What it is for.
            [Step]
            private string[] GetFiles(Settings p)
            {
                var files = Directory.GetFiles(p.Folder);
                return files;
            }

            [Step]
            private async Task<long> GetSize(string[] files, ExportContext run, CancellationToken ct)
            {
                // How much there is.
                var size = 0L;
                foreach (var file in files)
                {
                    size += (await File.ReadAllBytesAsync(file, ct)).Length;
                }
                run.Log.Info("{Size} bytes", size);
                return size;
            }

            [Step]
            private long Finish(long size)
            {
                return size / 2;
            }
        }
        """,
        await Refactoring.ApplyAsync(new StepsRefactoring(), """
        [Params]
        public sealed partial record Settings { public required string Folder { get; init; } }

        [ExportAction]
        public sealed partial class Export
        {
            // What it is for.
            public async Task<long> ExecuteAsync(Settings p, ExportContext run, CancellationToken ct)
            {
                var files = Directory.GetFiles(p.Folder);

                [|// How much there is.
                var size = 0L;
                foreach (var file in files)
                {
                    size += (await File.ReadAllBytesAsync(file, ct)).Length;
                }
                run.Log.Info("{Size} bytes", size);|]
                return size / 2;
            }
        }
        """));

    [Theory]
    [InlineData("[|var one = 1;|] run.Log.Info(\"{One}\", one);", "int GetOne()", "void Finish(int one, TrainContext run)")]
    [InlineData("run.Log.Info(\"a\"); [|run.Log.Info(\"b\");|]", "void Prepare(TrainContext run)", "void Finish(TrainContext run)")]
    [InlineData("[|var file = File.ReadAllText(\"a\"); file = file.Trim();|] Func<int> length = () => file.Length; run.Log.Info(\"{L}\", length());", "string GetFile()", "void Finish(string file, TrainContext run)")]
    [InlineData("[|foreach (var n in new[] { 1 }) { if (n > 1) { continue; } run.Log.Info(\"b\"); }|] run.Log.Info(\"a\");", "void Prepare(TrainContext run)", "void Finish(TrainContext run)")]
    public async Task Each_part_asks_for_what_it_reads(string body, string first, string second)
    {
        var text = await Refactoring.ApplyAsync(new StepsRefactoring(), $"[TrainAction] public sealed partial class Train {{ public void Execute(TrainContext run, CancellationToken ct) {{ {body} }} }}");
        Assert.Contains(first, text, StringComparison.Ordinal);
        Assert.Contains(second, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[|var one = 1; var two = \"\";|] run.Log.Info(\"{One} {Two}\", one, two);")] // Two values.
    [InlineData("[|var file = File.OpenRead(\"a\");|] run.Log.Info(\"{L}\", file.Length);")] // One that cannot be journaled.
    [InlineData("[|using var file = File.OpenRead(\"a\");|] run.Log.Info(\"a\");")] // Closed too early.
    [InlineData("[|if (run.RunId == \"\") { return; }|] run.Log.Info(\"a\");")] // The end of all of it.
    [InlineData("[|if (run.RunId == \"\") { throw new InvalidOperationException(); } else { throw new InvalidOperationException(); }|] ")] // All there is.
    [InlineData("var one = 1; [|one = 2;|] run.Log.Info(\"{One}\", one);")] // Changed outside of where it is declared.
    [InlineData("var list = new List<int>(); [|list.Add(1);|] run.Log.Info(\"{Count}\", list.Count);")] // Changed in a copy.
    [InlineData("[|var one = 1;|] var two = 2; run.Log.Info(\"{Sum}\", one + two + count);")] // An instance that is shared.
    [InlineData("[|var one|] = 1; run.Log.Info(\"{One}\", one);")] // No whole statement.
    [InlineData("var one = 1; [|var two = one + 1;|] run.Log.Info(\"{Sum}\", one + two);")] // Two of one type.
    public async Task Nothing_is_offered_where_steps_would_not_do_the_same(string body) => Assert.Null(await Refactoring.ApplyAsync(
        new StepsRefactoring(), $"[TrainAction] public sealed partial class Train {{ int count; public void Execute(TrainContext run) {{ {body} }} }}"));

    [Theory]
    [InlineData("[DeploymentAction] public sealed partial class Deploy { public void Execute(DeploymentContext run) { [|run.Log.Info(\"a\");|] run.Log.Info(\"b\"); } }")]
    [InlineData("public sealed class Plain { public void Execute(TrainContext run) { [|run.Log.Info(\"a\");|] run.Log.Info(\"b\"); } }")]
    [InlineData("[TrainAction] public sealed partial class Train { public void Execute() => Run(); void Run() { [|Run();|] Run(); } }")]
    public async Task Nothing_is_offered_elsewhere(string source) => Assert.Null(await Refactoring.ApplyAsync(new StepsRefactoring(), source));
}
