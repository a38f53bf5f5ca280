using System.Globalization;

namespace Synapse.Generators.Tests.Harness;

/// <summary>Files of a made-up plugin, of few names in few namespaces, so that they find, hide and break each other all the time.</summary>
internal sealed class RandomPlugin(int seed)
{
    private static readonly string[] Spaces = ["", "N", "N.M", "X"];

    private readonly Random random = new(seed);
    private int journaled;

    public int Next(int below) => random.Next(below);

    public string? File()
    {
        if (Next(12) == 0)
        {
            return null;
        }

        var space = Spaces[Next(Spaces.Length)];
        var usings = string.Concat(Enumerable.Range(0, Next(3)).Select(_ => Using()));
        var types = string.Join("\n", Enumerable.Range(0, 1 + Next(3)).Select(_ => Type()));
        return "using Synapse;\n" + usings + (space.Length == 0 ? types : $"namespace {space}\n{{\n{types}\n}}");
    }

    private string Using() => Pick(
        "using N;\n",
        "using X;\n",
        "using System.ComponentModel.DataAnnotations;\n",
        $"using static {Qualified("K" + Next(2))};\n",
        $"using Alias = {Qualified(Named())};\n",
        "#nullable disable\n");

    /// <summary>A file that works beyond itself.</summary>
    public string? Shared() => Pick(
        null,
        "global using X;",
        "global using N.M;",
        $"global using Alias = {Qualified(Named())};",
        $"global using static {Qualified("K" + Next(2))};",
        "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Other\")]");

    private string Type() => Next(9) switch
    {
        0 or 1 => $"[Params] public partial record P{Next(3)}{Base("P")} {{ {Many(Property)} }}",
        2 => $"public enum {Pick("E0", "E1", "e1")} {{ {Pick("A", "B")}, C{Value(" = (int)", string.Empty)} }}",
        3 => $"public partial class K{Next(2)}{Base("K")} {{ public const int Value = {Constant()}; {Pick("public enum E0 { Inner }", "public record R0(int Inner);", string.Empty)} }}",
        4 => Pick($"[Journaled] public record J{++journaled}({Any()} A);", $"public partial record R{Next(3)}({Any()} A, {Any()} B);"),
        5 => $"[PluginAction(\"w\")] public partial class W{Next(2)} {{ [Step] {Any()} Make(P{Next(3)} p) {{ return default!; }} [Step] void Use({Any()} made) {{ var x = {Next(5)}; }} }}",
        6 => $"public static partial class F{Next(2)} {{ [PluginAction(\"f\")] public static {Any()} Do(P{Next(3)} p) {{ return default!; }} }}",
        7 => $"public class {Pick("Range", "RangeAttribute", "Most", "MostAttribute")}(int a, int b){Pick(string.Empty, " : System.Attribute", " : System.ComponentModel.DataAnnotations.ValidationAttribute")} {{ int C {{ get {{ return {Pick("a + b", "field")}; }} }} }}",
        _ => $"public partial record P{Next(3)} {{ {Property()} {Pick("public enum E0 { Nested }", "public enum E1 { Nested }", string.Empty)} }}",
    };

    private string Property()
    {
        var attribute = Pick(string.Empty, string.Empty, $"[Range(1, {Constant()})] ", $"[Most(1, {Constant()})] ");
        return Pick(
            $"{attribute}public int A{Next(3)} {{ get; init; }} = {Constant()};",
            $"public {Any()} B{Next(3)} {{ get; init; }} = default!;",
            $"public string C {{ get; init; }} = nameof({Named()});");
    }

    private string Many(Func<string> member) => string.Join(" ", Enumerable.Range(0, 1 + Next(2)).Select(_ => member()));

    private string Base(string prefix) => Pick(string.Empty, string.Empty, $" : {Qualified(prefix + (3 + Next(2)))}", $" : {prefix}{Next(3)}");

    private string Value(string before, string otherwise) => Next(3) == 0 ? before + Constant() : otherwise;

    private string Constant() => Pick(
        Next(9).ToString(CultureInfo.InvariantCulture),
        "Value",
        $"{Qualified("K" + Next(2))}.Value",
        $"K{Next(2)}.Value + 1",
        "Alias.Value");

    private string Any() => Pick("int", "string?", "Alias", Named(), Qualified(Named()), $"{Named()}[]", $"(int, {Named()})", $"K{Next(2)}.{Pick("E0", "R0")}", $"System.Collections.Generic.List<{Named()}>");

    private string Named() => Pick("E0", "E1", $"R{Next(3)}", $"P{Next(3)}", $"K{Next(2)}");

    private string Qualified(string name) => Pick(name, "N." + name, "N.M." + name, "X." + name, "global::" + name);

    private T Pick<T>(params T[] choices) => choices[Next(choices.Length)];
}
