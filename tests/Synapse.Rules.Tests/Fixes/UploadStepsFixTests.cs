using Microsoft.CodeAnalysis;
using Synapse.CodeFixes;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Fixes;

public sealed class UploadStepsFixTests
{
    private const int Standard = 0;
    private const int Written = 1;

    [Theory]
    [InlineData("[UploadAction] public sealed partial class Upload;", "[UploadAction, UseSteps<StandardUpload>]")]
    [InlineData("[Synapse.UploadAction(Name = \"up\")] public sealed partial class Upload;", "[Synapse.UploadAction(Name = \"up\"), UseSteps<StandardUpload>]")]
    [InlineData("public sealed partial class Upload { }\n[UploadAction]\npublic sealed partial class Upload { }", "UseSteps<StandardUpload>]")]
    [InlineData("using Up = Synapse.UploadActionAttribute;\n[Up]\npublic sealed partial class Upload { }", "[UseSteps<StandardUpload>]\n[Up]")]
    [InlineData("[Serializable]\n[UploadAction]\npublic sealed partial class Upload { }", "[UploadAction, UseSteps<StandardUpload>]")]
    public async Task Standard_steps_are_pulled_in_and_wired(string source, string expected)
    {
        var project = Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, source);
        var fixedProject = (await Fixing.FixFirstAsync(new UploadStepsFix(), project, Standard))!;
        await Fixing.IsCleanAsync(fixedProject);
        Assert.Contains(expected, await Fixing.TextAsync(fixedProject, "File0.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[UploadAction] public sealed partial class Upload;")]
    [InlineData("[UploadAction]\npublic sealed partial class Upload\n{\n}\n")]
    [InlineData("namespace Shop\n{\n    [UploadAction]\n    public sealed partial record Send(UploadContext Run)\n    {\n        private int Discover => 1;\n    }\n}\n")]
    public async Task Steps_are_added_that_compile_and_are_wired(string source)
    {
        var project = Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, source);
        var fixedProject = (await Fixing.FixFirstAsync(new UploadStepsFix(), project, Written))!;
        await Fixing.IsCleanAsync(fixedProject);
        Assert.DoesNotContain("Synapse.Backends", await Fixing.TextAsync(fixedProject, "File0.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_are_added_without_the_usings_of_the_sdk_too()
    {
        var project = Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, "namespace Shop;\n[Synapse.UploadAction] public sealed partial class Upload;");
        project = project.RemoveDocument(project.Documents.Single(d => d.Name == "Usings.cs").Id);
        await Fixing.IsCleanAsync((await Fixing.FixFirstAsync(new UploadStepsFix(), project, Written))!);
    }

    [Fact]
    public async Task Added_code_reads_like_the_rest()
    {
        var project = Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, "[UploadAction]\npublic sealed partial class Upload\n{\n}\n");
        var text = await Fixing.TextAsync((await Fixing.FixFirstAsync(new UploadStepsFix(), project, Written))!, "File0.cs");
        Assert.Contains("""
            [UploadAction]
            public sealed partial class Upload
            {
                [Step]
                private DurableList<SourceFile> Discover(UploadContext run)
                {
                    // Which files to upload; a [Params] type is the place for the folder.
                    var paths = Directory.GetFiles(Environment.CurrentDirectory);
            """, text, StringComparison.Ordinal);
        Assert.Contains("\n    }\n\n    [Step(Weight = 8, Rollback = nameof(DeleteFiles), RollbackInFlight = true)]\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_offered_where_Execute_has_to_be_cut_into_steps()
    {
        var project = Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, "[UploadAction] public sealed partial class Upload { public void Execute() { } }");
        Assert.Null(await Fixing.FixFirstAsync(new UploadStepsFix(), project));
    }

    [Fact]
    public async Task All_uploads_of_a_project_at_once()
    {
        var project = Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, "[UploadAction] public partial class First;\n[UploadAction] public partial class Second;", "[UploadAction] public partial class Third;");
        await Fixing.IsCleanAsync(await Fixing.FixAllAsync(new UploadStepsFix(), project));
    }
}
