using Microsoft.CodeAnalysis;
using Synapse.Generators.Tests.Harness;

namespace Synapse.Generators.Tests.Infrastructure;

/// <summary>
/// Never stale and never more than needed: after each of these edits the output is that of a cold run, and only the files
/// are written again that the edit is about.
/// </summary>
public sealed class RewriteTests
{
    private const int Work = 0, Part = 1, WorkParams = 2, Common = 3, Mode = 4, Limits = 5, Checks = 6, Plugin = 7, Other = 8, Item = 9, Usings = 10, Unrelated = 11, Free = 12;

    private static readonly string?[] Sources =
    [
        """
        using Synapse;
        namespace Shop;
        /// <summary>Works.</summary>
        [PluginAction("work"), UseSteps<Checks>]
        public sealed partial class Work
        {
            [Step(Weight = 2, Rollback = nameof(Undo))] Part Make(WorkParams p) { var x = 1; return new(x, p.Mode); }
            void Undo(Part part) { }
            [Step] int Use(Part part) => 1;
        }
        """,
        "namespace Shop; public sealed record Part(int Count, Mode Mode);",
        """
        using Synapse;
        namespace Shop;
        [Params] public sealed partial record WorkParams : Common
        {
            /// <summary>How many.</summary>
            [Range(1, Limits.Most)] public int Count { get; init; } = 3;
            public Mode Mode { get; init; } = Mode.Fast;
            partial void Validate(ParamErrors errors) { var y = 1; }
        }
        """,
        "using Synapse; namespace Shop; [Params] public abstract partial record Common { public string? Owner { get; init; } }",
        "namespace Shop; public enum Mode { Fast, Slow }",
        "namespace Shop; static class Limits { public const int Most = 9; public static int Twice() { return 2 * Most; } }",
        "using Synapse; namespace Shop; [StepSet] public sealed class Checks { [Step] public string Check(WorkParams p) { return \"\"; } }",
        "using Synapse; [assembly: SynapsePlugin(\"plugin\")]",
        """
        using Synapse;
        namespace Shop;
        [Params] public sealed partial record OtherParams { public int Size { get; init; } = 1; }
        [PluginAction("other")] public sealed partial class Other { public int[] Execute(OtherParams p) { return [1]; } }
        """,
        "using Synapse; namespace Shop; [Journaled] public sealed record Item(string Path);",
        "global using System.ComponentModel.DataAnnotations;",
        "namespace Elsewhere; class Nothing { int a; void M() { } }",
        null,
    ];

    // The title, the edit, the files that are written again, and the steps of the pipelines with how many of their values are others.
    private static readonly (string Title, Action<Incremental> Edit, string Rewritten, string Changed)[] Edits =
    [
        ("Body of a step", p => p.Replace(Work, "var x = 1", "var x = 2"), "", ""),
        ("Arrow of a step", p => p.Replace(Work, "=> 1;", "=> 2;"), "", ""),
        ("Body of Validate", p => p.Replace(WorkParams, "var y = 1", "var y = 2"), "", ""),
        ("Body of a step in a set", p => p.Replace(Checks, "return \"\"", "return \"x\""), "", ""),
        ("Body in a file that declares constants", p => p.Replace(Limits, "2 * Most", "3 * Most"), "", ""),
        ("Comment", p => p.Replace(Work, "    void Undo", "    // Takes it back.\n    void Undo"), "", ""),
        ("White space", p => p.Replace(Work, "    void Undo", "\n\n        void Undo"), "", ""),
        ("Declaration that nothing names", p => p.Replace(Unrelated, "int a", "long b"), "", ""),
        ("File without the plugin's types", p => p.Replace(Unrelated, "class Nothing", "class Something"), "", ""),
        ("Step renamed", p => p.Replace(Work, "int Use", "int Consume"), "Shop.Work.Action", "Action 1, Action.Parse 1"),
        ("Step gets another result", p => p.Replace(Work, "int Use", "long Use"), "Shop.Work.Action, Shop.Work.Codecs", "Action 1, Action.Parse 1, Codecs 1"),
        ("Step added", p => p.Replace(Work, "[Step] int Use", "[Step] void Last(int used) { }\n    [Step] int Use"), "Plugin, Shop.Work.Action", "Action 1, Action.Parse 1, Manifest 1, Summaries 1"),
        ("Steps in another order", p => p.Replace(Work, "[Step] int Use(Part part) => 1;", "[Step(Before = nameof(Make))] void First() { }\n    [Step] int Use(Part part) => 1;"), "Shop.Work.Action", "Action 1, Action.Parse 1"),
        ("Argument of an attribute", p => p.Replace(Work, "Weight = 2", "Weight = 5"), "Shop.Work.Action", "Action 1, Action.Parse 1"),
        ("Name of an action", p => p.Replace(Work, "PluginAction(\"work\")", "PluginAction(\"labor\")"), "Plugin, Shop.Work.Action", "Action 1, Action.Parse 1, Manifest 1, Summaries 1"),
        ("Doc comment of an action", p => p.Replace(Work, "Works.", "Does the work."), "Shop.Work.Action", "Action 1, Action.Parse 1"),
        ("Rollback gets an input", p => p.Replace(Work, "Undo(Part part)", "Undo(Part part, WorkParams p)"), "Shop.Work.Action", "Action 1, Action.Parse 1"),
        ("Rollback is not there", p => p.Replace(Work, "void Undo", "void Redo"), "Plugin, Shop.Work.Action", "Action 1, Action.Parse 1, Manifest 1, Summaries 1"),
        ("Class is no longer partial", p => p.Replace(Work, "sealed partial class", "sealed class"), "Plugin", "Action 1, Action.Parse 1, Codecs 1, Manifest 1, Summaries 1"),
        ("Class becomes internal", p => p.Replace(Work, "public sealed partial class", "internal sealed partial class"), "Shop.Work.Action", "Action 1, Action.Parse 1"),
        ("Class moves to another namespace", p => p.Replace(Work, "namespace Shop;", "using Shop;\nnamespace Moved;"), "Moved.Work.Action, Moved.Work.Codecs, Plugin", "Action 1, Action.Parse 1, Codecs 1, Manifest 1, Summaries 1"),
        ("Set left out", p => p.Replace(Work, ", UseSteps<Checks>", ""), "Shop.Work.Action, Shop.Work.Codecs", "Action 1, Action.Parse 1, Codecs 1"),
        ("Step of a set renamed", p => p.Replace(Checks, "string Check", "string Verify"), "Shop.Work.Action", "Action 1, Action.Parse 1"),
        ("Step of a set gets another result", p => p.Replace(Checks, "string Check(WorkParams p) { return \"\"; }", "bool Check(WorkParams p) { return true; }"), "Shop.Work.Action, Shop.Work.Codecs", "Action 1, Action.Parse 1, Codecs 1"),
        ("Member of a record", p => p.Replace(Part, "int Count", "long Count"), "Shop.Work.Action, Shop.Work.Codecs", "Action 1, Action.Parse 1, Codecs 1"),
        ("Member of a record renamed", p => p.Replace(Part, "int Count", "int Number"), "Shop.Work.Action, Shop.Work.Codecs", "Action 1, Action.Parse 1, Codecs 1"),
        ("Record that cannot be journaled", p => p.Replace(Part, "int Count", "System.IO.Stream Count"), "Plugin, Shop.Work.Action, Shop.Work.Codecs", "Action 1, Action.Parse 1, Codecs 1, Manifest 1, Summaries 1"),
        ("Member of an enum", p => p.Replace(Mode, "Slow", "Slow, Slower"), "Shop.Work.Action, Shop.Work.Codecs, Shop.WorkParams.Params", "Action 1, Action.Parse 1, Codecs 1, Params.Parse 1"),
        ("Member of an enum renamed", p => p.Replace(Mode, "Slow", "Lazy"), "Shop.Work.Action, Shop.Work.Codecs, Shop.WorkParams.Params", "Action 1, Action.Parse 1, Codecs 1, Params.Parse 1"),
        ("Default", p => p.Replace(WorkParams, "= 3", "= 4"), "Shop.WorkParams.Params", "Params.Parse 1"),
        ("Doc comment of a param", p => p.Replace(WorkParams, "How many.", "The number."), "Shop.WorkParams.Params", "Params.Parse 1"),
        ("Param added", p => p.Replace(WorkParams, "public Mode", "public bool Dry { get; init; }\n    public Mode"), "Shop.WorkParams.Params", "Params.Parse 1"),
        ("Constant of a constraint", p => p.Replace(Limits, "Most = 9", "Most = 8"), "Shop.WorkParams.Params", "Params.Parse 1"),
        ("Constant that the default breaks", p => p.Replace(Limits, "Most = 9", "Most = 2"), "Shop.WorkParams.Params", "Params.Parse 1"),
        ("Member of a base", p => p.Replace(Common, "Owner", "Boss"), "Shop.Common.Params, Shop.WorkParams.Params", "Params.Parse 2"),
        ("Attribute of params taken away", p => p.Replace(WorkParams, "[Params] public", "public"), "Plugin, Shop.Work.Action", "Action 1, Action.Parse 1, Manifest 1, Params.Parse 1, Summaries 1"),
        ("Other params", p => p.Replace(Other, "Size { get; init; } = 1", "Size { get; init; } = 2"), "Shop.OtherParams.Params", "Params.Parse 1"),
        ("Result of another action", p => p.Replace(Other, "int[] Execute", "long[] Execute"), "Shop.Other.Action, Shop.Other.Codecs", "Action 1, Action.Parse 1, Codecs 1"),
        ("Code of the plugin", p => p.Replace(Plugin, "\"plugin\"", "\"other\""), "Plugin", "Manifest 1, Plugin 1"),
        ("Journaled record gets a member", p => p.Replace(Item, "string Path", "string Path, int Size"), "Shop.Item.Journaled, Shop.Item.Journaled.Codecs", "Codecs 1, Journaled 1"),
        ("Journaled taken away", p => p.Replace(Item, "[Journaled] ", ""), "", "Codecs 1, Journaled 1"),
        ("Nullable context of a record", p => p.Replace(Item, "using Synapse;", "#nullable disable\nusing Synapse;"), "Shop.Item.Journaled, Shop.Item.Journaled.Codecs", "Codecs 1, Journaled 1"),
        ("Nullable context of params", p => p.Replace(Common, "using Synapse;", "#nullable disable\nusing Synapse;"), "", ""),
        ("Global using taken away", p => p.Replace(Usings, "global using System.ComponentModel.DataAnnotations;", ""), "Shop.WorkParams.Params", "Params.Parse 1"),
        ("Global using added", p => p.Replace(Usings, "global using", "global using Elsewhere;\nglobal using"), "", ""),
        ("File with another action", p => p.Set(Free, "using Synapse; namespace Shop; [PluginAction(\"third\")] public sealed partial class Third { public int Execute() => 3; }"), "Plugin, Shop.Third.Action, Shop.Third.Codecs, Shop.Work.Codecs", "Action 1, Action.Parse 1, Codecs 2, Codecs.Shared 1, Manifest 1, Summaries 1"),
        ("File with a part of an action", p => p.Set(Free, "using Synapse; namespace Shop; public sealed partial class Work { public class Steps; }"), "Plugin, Shop.Work.Action", "Action 1, Action.Parse 1, Manifest 1, Summaries 1"),
        ("File with a part of params", p => p.Set(Free, "namespace Shop; public sealed partial record WorkParams { public long More { get; init; } }"), "Shop.WorkParams.Params", "Params.Parse 1"),
        ("File with a type that hides one of the library", p => p.Set(Free, "namespace Shop; class RangeAttribute(int a, int b) : System.Attribute { int c = a + b; }"), "Shop.WorkParams.Params", "Params.Parse 1"),
        ("File with a type of another casing", p => p.Set(Free, "namespace Shop; class workparams;"), "Shop.WorkParams.Params.6875326e", "Params.Parse 1"),
        ("File without declarations", p => p.Set(Free, "// Nothing yet."), "", ""),
        ("File of a record deleted", p => p.Set(Part, null), "Plugin, Shop.Work.Action, Shop.Work.Codecs", "Action 1, Action.Parse 1, Codecs 1, Manifest 1, Summaries 1"),
        ("File of an unrelated class deleted", p => p.Set(Unrelated, null), "", ""),
        ("Class moves into another", p => p.Set(Item, "using Synapse; namespace Shop; public partial class Outer { [Journaled] public sealed record Item(string Path); }"), "Shop.Outer+Item.Journaled, Shop.Outer+Item.Journaled.Codecs", "Codecs 1, Journaled 1"),
        ("Nullable context of the project", p => p.Change(c => c.WithOptions(c.Options.WithNullableContextOptions(NullableContextOptions.Disable))), "Shop.Item.Journaled, Shop.Item.Journaled.Codecs, Shop.Other.Action, Shop.Other.Codecs, Shop.Work.Action, Shop.Work.Codecs", "Action 2, Action.Parse 2, Codecs 3, Journaled 1"),
        ("Warning level of the project", p => p.Change(c => c.WithOptions(c.Options.WithWarningLevel(0))), "", ""),
        ("Version of the assembly", p => p.Set(Free, "[assembly: System.Reflection.AssemblyVersion(\"2.0.0.0\")]"), "Plugin", "Manifest 1, Program 1"),
        ("Reference of no use", p => p.Change(c => c.AddReferences(Compiling.Compile(["public class Far;"]).WithAssemblyName("Far").ToMetadataReference())), "", ""),
        ("Files in another order", p => p.Change(c => c.RemoveAllSyntaxTrees().AddSyntaxTrees(c.SyntaxTrees.Reverse())), "Shop.Common.Params, Shop.Item.Journaled, Shop.Item.Journaled.Codecs, Shop.Other.Action, Shop.Other.Codecs, Shop.OtherParams.Params, Shop.Work.Action, Shop.Work.Codecs, Shop.WorkParams.Params", "Action 4, Action.Parse 4, Codecs 6, Journaled 2, Params.Parse 4"),

        // The compiler compares by position: when a file loses its last attribute, all that comes after it counts as other.
        ("Base is no longer params", p => p.Replace(Common, "[Params] public", "public"), "Shop.Item.Journaled, Shop.Item.Journaled.Codecs, Shop.Other.Action, Shop.Other.Codecs, Shop.OtherParams.Params, Shop.WorkParams.Params", "Action 2, Action.Parse 2, Codecs 4, Journaled 2, Params.Parse 4"),
        ("File of an action deleted", p => p.Set(Other, null), "Plugin, Shop.Item.Journaled, Shop.Item.Journaled.Codecs", "Action 1, Action.Parse 1, Codecs 3, Journaled 2, Manifest 1, Params.Parse 1, Summaries 1"),
        ("Class moves to another file", p => p.Move(Work, Free), "Shop.Common.Params, Shop.Item.Journaled, Shop.Item.Journaled.Codecs, Shop.Other.Action, Shop.Other.Codecs, Shop.OtherParams.Params, Shop.Work.Action, Shop.Work.Codecs, Shop.WorkParams.Params", "Action 4, Action.Parse 4, Codecs 6, Journaled 2, Params.Parse 5"),
    ];

    public static TheoryData<string> Titles => [.. Edits.Select(e => e.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public void Edit_rewrites_what_it_is_about(string title)
    {
        var edit = Edits.Single(e => e.Title == title);
        var project = new Incremental(Sources);
        edit.Edit(project);
        Assert.Equal((edit.Rewritten, edit.Changed), (project.Rewritten, project.Changed));
    }
}
