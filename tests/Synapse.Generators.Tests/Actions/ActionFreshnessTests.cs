using Synapse.Generators.Tests.Harness;

namespace Synapse.Generators.Tests.Actions;

/// <summary>What an action's wiring says must follow edits anywhere, not only in the action's own file.</summary>
public sealed class ActionFreshnessTests
{
    private static readonly string[] Sources =
    [
        """
        using Synapse;
        [PluginAction("work")]
        public sealed partial class Work
        {
            [Step(Weight = 2)] Part Make(WorkParams p) => new(1);
            [Step] void Use(Part part) { var x = 1; }
        }
        """,
        """
        using Synapse;
        public sealed record Part(int Count);
        """,
        """
        using Synapse;
        [assembly: SynapsePlugin("plugin")]
        [Params] public sealed partial record WorkParams { public int Count { get; init; } = 3; }
        """,
    ];

    [Fact]
    public void Codec_follows_when_a_record_elsewhere_gets_a_member() =>
        Staleness.NeverStale(Sources, new Edit(1, "int Count", "int Count, string Name"));

    [Fact]
    public void Action_becomes_a_stub_and_comes_back_when_a_type_elsewhere_breaks_and_is_mended() =>
        Staleness.NeverStale(Sources, new Edit(1, "int Count", "System.IO.Stream Count"), new Edit(1, "System.IO.Stream Count", "int Count"));

    [Fact]
    public void Plan_follows_when_a_step_is_renamed_or_weighs_more() =>
        Staleness.NeverStale(Sources, new Edit(0, "void Use", "void Consume"), new Edit(0, "Weight = 2", "Weight = 5"));

    [Fact]
    public void Body_edit_changes_nothing() => Staleness.NeverStale(Sources, new Edit(0, "var x = 1", "var x = 2"));

    [Fact]
    public void Manifest_follows_the_plugin_attribute() => Staleness.NeverStale(Sources, new Edit(2, "\"plugin\"", "\"other\""));

    [Fact]
    public void Wiring_follows_when_a_type_stops_being_params() => Staleness.NeverStale(Sources, new Edit(2, "[Params] public", "public"));
}
