using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Synapse.Generators.Tests.Harness;

namespace Synapse.Generators.Tests.Infrastructure;

/// <summary>
/// Every way in which an edit of one file changes what another one declares. Each edit has to change the output, so that
/// it is shown to matter, and then to be the output of a cold run.
/// </summary>
public sealed class CrossFileFreshnessTests
{
    private const string Params = "using Synapse; namespace N; [Params] public sealed partial record P";

    [Fact]
    public void Base_two_hops_away() => Matters(
        [Params + " : Base;", "using Synapse; namespace N; [Params] public abstract partial record Base : Root;", "using Synapse; namespace N; [Params] public abstract partial record Root { public int A { get; init; } }"],
        2, "int A", "long Other");

    [Fact]
    public void Enum_member() => Matters([Params + " { public Mode M { get; init; } }", "namespace N; public enum Mode { A }"], 1, "{ A", "{ A, B");

    [Fact]
    public void Constant_of_a_constant() => Matters(
        [Params + " { public int A { get; init; } = K.Value; }", "namespace N; static class K { public const int Value = L.Value + 1; }", "namespace N; static class L { public const int Value = 1; }"],
        2, "= 1", "= 2");

    [Fact]
    public void Constant_in_an_attribute() => Matters(
        [Params + " { [System.ComponentModel.DataAnnotations.Range(1, K.Most)] public int A { get; init; } = 1; }", "namespace N; static class K { public const int Most = 5; }"],
        1, "= 5", "= 6");

    [Fact]
    public void Attribute_class_that_hides_one_of_the_library() => Added(
        [Params + " { [Range(1, 5)] public int A { get; init; } = 1; }", "global using System.ComponentModel.DataAnnotations;"],
        "namespace N; class RangeAttribute(int a, int b) : System.Attribute { int c = a + b; }");

    [Fact]
    public void Attribute_class_without_the_suffix() => Added(
        [Params + " { [Range(1, 5)] public int A { get; init; } = 1; }", "global using System.ComponentModel.DataAnnotations;"],
        "namespace N; class Range(int a, int b) : System.Attribute { int c = a + b; }");

    [Fact]
    public void Attribute_renamed() => Matters(
        [Params + " { [Most] public int A { get; init; } = 1; }", "namespace N; class MostAttribute : System.ComponentModel.DataAnnotations.ValidationAttribute;"],
        1, "MostAttribute", "LeastAttribute");

    [Fact]
    public void Base_of_an_attribute() => Matters(
        [Params + " { [Most] public int A { get; init; } = 1; }", "namespace N; class MostAttribute : Middle;", "namespace N; class Middle : System.Attribute;"],
        2, "System.Attribute", "System.ComponentModel.DataAnnotations.ValidationAttribute");

    [Fact]
    public void Type_behind_an_alias() => Matters(
        ["using M = N.Mode; " + Params + " { public M M { get; init; } }", "namespace N; public enum Mode { A }"],
        1, "{ A", "{ A, B");

    [Fact]
    public void Global_alias() => Matters(
        [Params + " { public M M { get; init; } }", "global using M = N.Mode;", "namespace N; public enum Mode { A } public enum Other { B }"],
        1, "N.Mode", "N.Other");

    [Fact]
    public void Type_behind_a_global_alias() => Matters(
        [Params + " { public M M { get; init; } }", "global using M = N.Mode;", "namespace N; public enum Mode { A }"],
        2, "{ A", "{ A, B");

    [Fact]
    public void Using_static() => Matters(
        ["using static N.K; " + Params + " { public int A { get; init; } = Value; }", "namespace N; static class K { public const int Value = 1; }"],
        1, "= 1", "= 2");

    [Fact]
    public void Inherited_constant() => Matters(
        [Params + " { public int A { get; init; } = K.Value; }", "namespace N; class K : L;", "namespace N; class L { public const int Value = 1; }"],
        2, "= 1", "= 2");

    [Fact]
    public void Global_using_static() => Matters(
        [Params + " { public int A { get; init; } = Value; }", "global using static N.K;", "namespace N; static class K { public const int Value = 1; }"],
        2, "= 1", "= 2");

    [Fact]
    public void Global_using_added() => Added(
        [Params + " { public Mode M { get; init; } }", "namespace Other { public enum Mode { A } }"],
        "global using Other;");

    [Fact]
    public void Part_elsewhere_gets_a_member() => Matters(
        [Params + " { public int A { get; init; } }", "namespace N; public sealed partial record P { public int B { get; init; } }"],
        1, "int B", "long C");

    [Fact]
    public void Part_elsewhere_added() => Added([Params + " { public int A { get; init; } }"], "namespace N; public sealed partial record P { public int B { get; init; } }");

    [Fact]
    public void Part_elsewhere_gets_a_nested_type_that_hides() => Matters(
        [Params + " { public Mode M { get; init; } }", "namespace N; public enum Mode { A }", "namespace N; public sealed partial record P;"],
        2, "P;", "P { public enum Mode { B } }");

    [Fact]
    public void Part_of_the_type_around() => Matters(
        ["using Synapse; public partial class Outer { [Params] public sealed partial record P { public int A { get; init; } = Value; } }", "public partial class Outer { const int Value = 1; }"],
        1, "= 1", "= 2");

    [Fact]
    public void Nested_type_by_its_path() => Matters(
        [Params + " { public Outer.Mode M { get; init; } }", "namespace N; public static class Outer { public enum Mode { A } }"],
        1, "{ A", "{ A, B");

    [Fact]
    public void Nested_type_inherited_from_a_base() => Matters(
        [Params + " : Base { public Mode M { get; init; } }", "namespace N; public abstract record Base : Root;", "namespace N; public abstract record Root { public enum Mode { A } }"],
        2, "{ A", "{ A, B");

    [Fact]
    public void Nearer_namespace_hides() => Added(
        [Params.Replace("namespace N", "namespace N.M", StringComparison.Ordinal) + " { public Mode M { get; init; } }", "namespace N { public enum Mode { A } }", "namespace N.M { }"],
        "namespace N.M { public enum Mode { B } }");

    [Fact]
    public void Namespace_that_hides() => Added(
        [Params + " { public int A { get; init; } = X.K.Value; }", "namespace X { static class K { public const int Value = 1; } }"],
        "namespace N.X { static class Unrelated; }");

    [Fact]
    public void Type_that_hides_a_namespace() => Added(
        [Params + " { public int A { get; init; } = X.K.Value; }", "namespace X { static class K { public const int Value = 1; } }"],
        "namespace N { class X { public class K { public const int Value = 2; } } }");

    [Fact]
    public void Type_renamed() => Matters([Params + " { public Mode M { get; init; } }", "namespace N; public enum Mode { A }"], 1, "Mode", "Other");

    [Fact]
    public void Verbatim_and_escaped_names() => Matters(
        [Params + " { public @Mode M { get; init; } public \\u0045x X { get; init; } }", "namespace N; public enum \\u004Dode { A } public enum @Ex { A }"],
        1, "A", "B");

    [Fact]
    public void Generic_arguments_and_tuples() => Matters(
        ["using Synapse; namespace N; [Journaled] public record J((Part Part, int Count)[] Parts, System.Collections.Generic.List<Mode> Modes);", "namespace N; public record Part(int Size);", "namespace N; public enum Mode { A }"],
        1, "int Size", "long Length");

    [Fact]
    public void Type_of_a_member_in_nameof() => Matters(
        [Params + " { public string A { get; init; } = nameof(K.L.Name) + K.L.Name.Length; public int B { get; init; } = K.M.Value; }", "namespace N; static class K { public class M : L; public static L L; }", "namespace N; class L { public string Name; public const int Value = 1; }"],
        2, "Value = 1", "Value = 2");

    [Fact]
    public void Global_prefix() => Matters(
        [Params + " { public global::Other.Mode M { get; init; } }", "namespace Other; public enum Mode { A }"], 1, "{ A", "{ A, B");

    [Fact]
    public void Delegate_where_a_record_was() => Matters(
        ["using Synapse; namespace N; [Journaled] public record J(Part Part);", "namespace N; public record Part(int Size);"], 1, "record Part(int Size)", "delegate void Part(int Size)");

    [Fact]
    public void Record_two_hops_away() => Matters(
        ["using Synapse; namespace N; [PluginAction(\"a\")] public sealed partial class Work { [Step] Part Make() => null!; }", "namespace N; public record Part(Piece[] Pieces);", "namespace N; public record Piece(int Size);"],
        2, "int Size", "long Size");

    [Fact]
    public void Step_set() => Matters(
        ["using Synapse; namespace N; [PluginAction(\"a\"), UseSteps<Set>] public sealed partial class Work { [Step] void Use(int made) { } }", "using Synapse; namespace N; [StepSet] public sealed class Set { [Step] public int Make() => 1; }"],
        1, "int Make", "int Create");

    [Fact]
    public void Case_of_a_union() => Matters(
        ["using Synapse; using System.Text.Json.Serialization; namespace N; [Journaled, JsonDerivedType(typeof(Circle), \"c\")] public abstract record Shape;", "namespace N; public sealed record Circle(int R) : Shape;"],
        1, "int R", "int Radius");

    [Fact]
    public void Type_of_another_casing() => Added([Params + " { public int A { get; init; } }"], "namespace N; class p;");

    [Fact]
    public void Namespace_of_another_casing() => Added([Params + " { public int A { get; init; } }"], "namespace n { class Unrelated; }");

    [Fact]
    public void Nested_type_of_another_casing() => Matters([Params + " { public int A { get; init; } }", "namespace X; class Y { class Z; }"], 1, "Z", "p");

    [Fact]
    public void Types_of_the_library_that_the_project_declares()
    {
        var project = new Incremental("using Synapse; namespace N; public static partial class Work { [PluginAction(\"a\")] public static (int A, int B) Do(RunContext run) => default; }", null);
        project.Set(1, "namespace Synapse { public class ActionContext; public class RunContext; }");
        project.Set(1, "namespace System { public struct ValueTuple<T1, T2>; }");
        project.Set(1, null);
    }

    [Fact]
    public void Annotations_switched_off() => Matters(
        ["using Synapse; namespace N; [Journaled] public record J(Part Part);", "namespace N; public record Part(string Name);"], 1, "namespace N;", "#nullable disable\nnamespace N;");

    [Fact]
    public void Annotations_switched_off_by_a_header() => Matters(
        ["using Synapse; namespace N; [Journaled] public record J(Part Part);", "// by hand\nnamespace N; public record Part(string Name);"], 1, "by hand", "<auto-generated/>");

    [Fact]
    public void Accessor_that_gets_a_field_of_its_own() => Matters(
        ["using Synapse; namespace N; [Journaled] public record J(Part Part);", "namespace N; public record Part(int Size) { public int Twice { get { return 2; } } }"],
        1, "return 2", "return field");

    [Fact]
    public void Two_of_one_name()
    {
        var project = new Incremental("using Synapse; namespace N; public static partial class Work { [PluginAction(\"a\")] public static int Do(RunContext run) => 1; }");
        project.Replace(0, "=> 1; }", "=> 1; [PluginAction(\"b\")] public static int Do(RunContext run) => 2; }");
        project.Replace(0, "\"a\"", "\"c\"");
    }

    [Fact]
    public void Program_by_top_level_statements() => Staleness.NeverStale(
        ["using Synapse; public partial class Program { [PluginAction(\"a\")] internal static int Do(RunContext run) => 1; }", "return;"],
        new(1, "return;", "class Unrelated;"), new(1, "class Unrelated;", "await System.Threading.Tasks.Task.Yield();"));

    [Fact]
    public void Order_of_files() => Changes(
        new(Params + " { public int A { get; init; } }", "namespace N; public sealed partial record P { public int B { get; init; } }"),
        project => project.Change(c => c.RemoveAllSyntaxTrees().AddSyntaxTrees(c.SyntaxTrees.Reverse())));

    [Fact]
    public void References_and_options()
    {
        var other = Compiling.Compile(["namespace N { public enum Mode { A } }"]).WithAssemblyName("Other").ToMetadataReference();
        var project = new Incremental(Params + " { public Mode M { get; init; } public string S { get; init; } = \"\"; }");
        Changes(project, p => p.Change(c => c.AddReferences(other)));
        Changes(project, p => p.Change(c => c.WithReferences(c.References.Select(r => r == other ? r.WithAliases(["a"]) : r))));
        Changes(project, p => p.Change(c => c.RemoveReferences(c.References.Last()).AddReferences(other)));
        Changes(project, p => p.Change(c => c.WithOptions(c.Options.WithNullableContextOptions(NullableContextOptions.Disable))));
    }

    private static void Matters(string[] sources, int file, string old, string @new)
    {
        var project = new Incremental(sources);
        var before = project.Text;
        Changes(project, p => p.Replace(file, old, @new));
        project.Set(file, sources[file]);
        Assert.Equal(before, project.Text);
        project.Set(file, null);
        project.Set(file, sources[file]);
    }

    private static void Added(string[] sources, string file)
    {
        var project = new Incremental([.. sources, null]);
        var before = project.Text;
        Changes(project, p => p.Set(sources.Length, file));
        project.Set(sources.Length, null);
        Assert.Equal(before, project.Text);
    }

    private static void Changes(Incremental project, Action<Incremental> edit)
    {
        var before = project.Text;
        edit(project);
        Assert.NotEqual(before, project.Text);
    }
}
