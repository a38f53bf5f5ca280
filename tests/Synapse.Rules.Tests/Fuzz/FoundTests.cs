namespace Synapse.Rules.Tests.Fuzz;

/// <summary>What the mutants found, kept.</summary>
public sealed class FoundTests
{
    [Theory]
    [InlineData("public class C { [Journaled] public void M() { } }")]
    [InlineData("[Journaled] public record A<T>(A<A<T>>? Next);")]
    [InlineData("[Journaled] public record A(B<int>? Next); public record B<T>(B<(T, T)>? Next);")]
    public void Source_does_not_kill(string source) => Assert.Null(FuzzTests.Survives(source));

    [Fact]
    public void Types_that_nest_without_end_do_not_kill()
    {
        var chain = string.Join("\n", Enumerable.Range(0, 3000).Select(i => $"public record R{i}(R{i + 1}? Next);"));
        Assert.Null(FuzzTests.Survives($"[Journaled] public record Start(R0 First);\n{chain}\npublic record R3000(int A);"));
    }
}
