using Microsoft.CodeAnalysis;
using Synapse.CodeFixes;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Fixes;

public sealed class HookFixTests
{
    private const string List = "public IAsyncEnumerable<Assignment> GetFilteredResults(ExportParams p, ExportContext run) => run.Backend.Assignments.ListAsync(p.Filter);";

    [Theory]
    [InlineData("[ExportAction] public sealed partial class Export;", "public IAsyncEnumerable<Assignment> GetFilteredResults(ExportParams p, ExportContext run, CancellationToken ct) => run.Backend.Assignments.ListAsync(p.Filter, ct);")]
    [InlineData("[ExportAction]\npublic sealed partial class Export\n{\n    public void Finish() { }\n}\n", "    public IAsyncEnumerable<Assignment> GetFilteredResults(")]
    [InlineData("[ExportAction]\npublic sealed partial class Export\n{\n    IAsyncEnumerable<Assignment> GetFilteredResults(ExportParams p, ExportContext run) => run.Backend.Assignments.ListAsync(p.Filter);\n}\n", "    public IAsyncEnumerable<Assignment> GetFilteredResults(")]
    [InlineData("[AddTaskDataAction]\npublic sealed partial class PreAnnotate\n{\n    public InferenceRequest SetupInferenceParams() => new(TaskData.Empty.Json);\n}\n", "    public TaskData ConvertDataFromInference(System.Text.Json.JsonElement answer, PrimaryFile primary, TaskItem task)")]
    [InlineData("[AddTaskDataAction]\npublic sealed partial class PreAnnotate\n{\n    public TaskData ConvertDataFromInference() => TaskData.Empty;\n}\n", "    public InferenceRequest SetupInferenceParams(PrimaryFile primary, TaskItem task)")]
    [InlineData("[AddTaskDataAction] public sealed partial class PreAnnotate;", "public TaskData ConvertDataFromFile(PrimaryFile primary, TargetFile target, TaskItem task)")]
    public Task Missing_hook_is_added_and_wired(string source, string expected) => FixesAsync(new HookFix(), source, expected);

    [Fact]
    public async Task Both_hooks_of_a_model_are_added_when_that_is_taken()
    {
        await FixesAsync(new HookFix(), "[AddTaskDataAction] public sealed partial class PreAnnotate;", "public InferenceRequest SetupInferenceParams(", offer: 1);
        await FixesAsync(new HookFix(), "[AddTaskDataAction] public sealed partial class PreAnnotate;", "public TaskData ConvertDataFromInference(", offer: 1);
    }

    [Theory]
    [InlineData($"[ExportAction]\npublic sealed partial class Export\n{{\n    {List}\n    public ExportItem ConvertData(Assignment item) => ExportItem.Of(item);\n    void Use(Assignment item) => ConvertData(item);\n}}\n", "=> Convert(item);", 0)]
    [InlineData($"[ExportAction]\npublic sealed partial class Export\n{{\n    {List}\n    public ExportItem ConvertData(Assignment item) => ExportItem.Of(item);\n}}\n", "    private ExportItem ConvertData(", 1)]
    [InlineData($"[ExportAction]\npublic sealed partial class Export\n{{\n    {List}\n\n    // Said of it.\n    internal ExportItem Convert(Assignment item) => ExportItem.Of(item);\n}}\n", "    // Said of it.\n    public ExportItem Convert(", 0)]
    public Task Method_that_is_no_hook_becomes_one_or_private(string source, string expected, int offer) => FixesAsync(new NoHookFix(), source, expected, offer);

    private static async Task FixesAsync(Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider fix, string source, string expected, int offer = 0)
    {
        var project = Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, source);
        var fixedProject = (await Fixing.FixFirstAsync(fix, project, offer))!;
        await Fixing.IsCleanAsync(fixedProject);
        Assert.Contains(expected, (await Fixing.TextAsync(fixedProject, "File0.cs")).Replace("\r\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
