using Microsoft.CodeAnalysis;
using Synapse.Generators.Tests.Harness;

namespace Synapse.Generators.Tests.Actions;

public sealed class MoreActionsTests
{
    [Fact]
    public void Function_gets_a_class_of_its_own() => Snap.Match(GeneratorTest.Run("""
        using Synapse;

        namespace Shop;

        public sealed record Cleaned(int Rows);

        public static partial class Cleaning
        {
            /// <summary>Removes what is empty.</summary>
            [PluginAction("clean")]
            public static async Task<Cleaned> Clean(RunContext run, CancellationToken ct)
            {
                await Task.Delay(1, ct);
                return new(3);
            }
        }
        """));

    [Fact]
    public void Invalid_class_keeps_its_constants() => Snap.Match(GeneratorTest.RunBroken("""
        using Synapse;

        [UploadAction]
        public sealed partial class Upload
        {
            void Use(UploadContext run) => run.Progress(Progress.Upload, 1, 2);
        }
        """));

    [Fact]
    public void Nested_internal_action_with_keyword_names_compiles() => GeneratorTest.Run("""
        using Synapse;

        namespace @class.@event;

        internal static partial class Outer
        {
            internal sealed record Made(int @int);

            [TrainAction(Name = "odd-name", Description = "Says \"hi\" {and} more")]
            internal sealed partial class @new
            {
                [Step] Made @void(StepAttempt @string) => new(1);
                [Step] Made? @return(Made scope, CancellationToken output) => scope;
            }
        }
        """);

    [Fact]
    public void Constructor_gets_context_backend_clock_and_logger() => GeneratorTest.Run("""
        using Microsoft.Extensions.Logging;
        using Synapse;
        using Synapse.Backends;

        [ExportAction]
        public sealed partial class Export(ExportContext run, IBackend backend, TimeProvider clock, ILogger log)
        {
            public void Execute() => log.LogInformation("{Run} {Backend} {Clock}", run.RunId, backend, clock);
        }
        """);

    [Fact]
    public void Journaled_type_is_known_to_loops() => GeneratorTest.Run("""
        using Synapse;

        [Journaled]
        public sealed record Row(int Number);

        [ExportAction]
        public sealed partial class Export
        {
            public async Task ExecuteAsync(ExportContext run) => await run.ForEachAsync([1, 2], i => $"{i}", (i, ct) => Task.FromResult(new Row(i)));
        }
        """);

    [Fact]
    public void Journaled_twice_by_mistake_is_answered_once() => GeneratorTest.RunBroken(
        "using Synapse; [Journaled] public sealed partial record Row(int Number);",
        "using Synapse; [Journaled] public sealed partial record Row;");

    [Fact]
    public void Two_actions_that_differ_in_case_get_files_of_their_own() => GeneratorTest.Run("""
        using Synapse;
        [ExportAction(Name = "a")] public sealed partial class Export { public void Execute() { } }
        [ExportAction(Name = "b")] public sealed partial class EXPORT { public void Execute() { } }
        """);

    [Fact]
    public void Executable_without_a_main_gets_one()
    {
        var text = Driving.Cold(Compiling.Compile(["using Synapse; [assembly: SynapsePlugin(\"p\")]"], kind: OutputKind.ConsoleApplication));
        Assert.Contains("PluginHost.Run(args, Plugin.Descriptor)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Executable_with_a_main_keeps_it()
    {
        var text = Driving.Cold(Compiling.Compile(["using Synapse; [assembly: SynapsePlugin(\"p\")] static class P { static void Main() { } }"], kind: OutputKind.ConsoleApplication));
        Assert.DoesNotContain("PluginHost", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_of_the_README_compiles_as_it_stands()
    {
        var readme = File.ReadAllText(Path.Combine(Root(), "README.md"));
        var code = readme.Split("```csharp\n")[1].Split("```")[0];
        GeneratorTest.Run("global using Synapse; global using Synapse.Backends; global using System.ComponentModel.DataAnnotations;", code);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Synapse.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }
        return folder;
    }
}
