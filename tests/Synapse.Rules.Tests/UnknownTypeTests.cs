using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests;

/// <summary>A type that the compiler does not know is its own to report: no rule repeats it, and nothing is wired on a guess.</summary>
public sealed class UnknownTypeTests
{
    [Theory]
    [InlineData("[TrainAction] partial class Train { public void Execute(Missing p) { } }")]
    [InlineData("[TrainAction] partial class Train { public void Execute(List<Missing[]> p) { } }")]
    [InlineData("[TrainAction] partial class Train { public Task<Missing> ExecuteAsync() => null!; }")]
    [InlineData("[TrainAction] partial class Train(Missing service) { public void Execute() { } }")]
    [InlineData("[TrainAction] partial class Train { [Step] Missing First() => null!; }")]
    [InlineData("[TrainAction] partial class Train { [Step] DurableList<Missing> First() => null!; [Step] int Second(DurableList<Missing> rows) => 1; }")]
    [InlineData("[TrainAction] partial class Train { [Step(Rollback = nameof(Undo))] int First() => 1; Missing Undo() => null!; }")]
    [InlineData("[UseSteps<Missing>] [TrainAction] partial class Train { [Step] string Second(int first) => \"\"; }")]
    public void Compiler_alone_reports_it(string source)
    {
        var plugin = new Plugin(source);
        Assert.Empty(Plugin.Analyze(plugin.Output).Select(d => d.ToString()));
        Assert.All(plugin.Errors, e => Assert.Equal("CS0246", e.Id));
        Assert.DoesNotContain("Wiring.Steps()", plugin.Generated, StringComparison.Ordinal);
    }
}
