namespace Synapse.Rules.Tests.Fuzz;

/// <summary>What the mutants found, kept.</summary>
public sealed class FoundTests
{
    [Theory]
    [InlineData("public class C { [Journaled] public void M() { } }")]
    [InlineData("[Journaled] public record A<T>(A<A<T>>? Next);")]
    [InlineData("[Journaled] public record Foo(int A); [Journaled] public record foo(int A);")]
    [InlineData("public static partial class F { [PluginAction(\"a\")] public static int Do() => 1; [PluginAction(\"b\")] public static int DO() => 1; }")]
    [InlineData("[Journaled] public record A(B<int>? Next); public record B<T>(B<(T, T)>? Next);")]
    public void Source_does_not_kill(string source) => Assert.Null(FuzzTests.Survives(source));

    [Fact]
    public void Type_that_contains_itself_in_a_larger_form_is_refused()
    {
        var plugin = new Harness.Plugin("public record A<T>(A<A<T>>? Next); [TrainAction] public sealed partial class Train { public A<int> Execute() => null!; }");
        var refused = Assert.Single(Harness.Plugin.Analyze(plugin.Output));
        Assert.Contains("contains itself in an ever larger form", refused.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(plugin.Errors);
    }

    [Fact]
    public void Types_that_nest_without_end_do_not_kill()
    {
        var chain = string.Join("\n", Enumerable.Range(0, 3000).Select(i => $"public record R{i}(R{i + 1}? Next);"));
        Assert.Null(FuzzTests.Survives($"[Journaled] public record Start(R0 First);\n{chain}\npublic record R3000(int A);"));
    }

    [Theory]
    [InlineData("System.Runtime")]
    [InlineData("System.Collections")]
    [InlineData("System.ComponentModel.Annotations")]
    [InlineData("System.Text.Json")]
    [InlineData("Microsoft.Extensions.Logging.Abstractions")]
    [InlineData("Synapse.Abstractions")]
    public void Reference_that_is_missing_does_not_kill(string name)
    {
        foreach (var source in Seeds.All.Where((_, i) => i % 10 == 0))
        {
            Assert.Null(FuzzTests.Survives(source, compilation => compilation.RemoveReferences(compilation.References.Where(r => compilation.GetAssemblyOrModuleSymbol(r)?.Name == name))));
        }
    }
}
