using Synapse.Generators.Model.Codecs;
using Synapse.Generators.Model.Params;
using Synapse.Generators.Parsing;
using Synapse.Generators.Parsing.Actions;

namespace Synapse.Generators.Pipelines;

/// <summary>The models that the pipelines of one generator know.</summary>
internal sealed class Memos(bool enabled)
{
    public Memo<ActionParser.Result> Actions { get; } = new(enabled);

    public Memo<ParamsModel> Params { get; } = new(enabled);

    public Memo<JournaledType> Journaled { get; } = new(enabled);

    /// <summary>How often a transform asked, and how many models were really built; for tests of edit cost.</summary>
    public (int Asked, int Built) Count => (Actions.Asked + Params.Asked + Journaled.Asked, Actions.Builds + Params.Builds + Journaled.Builds);
}
