using Microsoft.CodeAnalysis;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Actions;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>What an action runs, whichever mode it is written in.</summary>
internal sealed record ActionBody(bool IsStepped, EquatableArray<StepModel> Steps, int ResultStep, ITypeSymbol? ResultSymbol = null)
{
    public static readonly ActionBody Empty = new(IsStepped: false, default, -1);

    /// <summary>The methods that the steps of its sets call.</summary>
    public EquatableArray<HooksModel> Hooks { get; init; }
}
