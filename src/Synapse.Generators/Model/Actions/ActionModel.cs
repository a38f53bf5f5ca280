using Synapse.Generators.Parsing.Codecs;

namespace Synapse.Generators.Model.Actions;

/// <summary>One action, as far as code is written from it. An invalid one carries what its stub needs.</summary>
internal sealed record ActionModel(
    PartialType Type,
    string? Function,
    string Kind,
    string Name,
    string? Description,
    string Method,
    string OnFailure,
    bool IsStepped,
    bool IsValid,
    bool IsPublic,
    string? ParamsType,
    string? ResultType,
    CodecReference? Result,
    int ResultStep,
    EquatableArray<StepModel> Steps,
    EquatableArray<ConstantModel> StepNames,
    EquatableArray<ConstantModel> Categories)
{
    /// <summary>The methods of the class that the steps of its sets call.</summary>
    public EquatableArray<HooksModel> Hooks { get; init; }

    /// <summary>Generated names that the author's code has taken; a stub leaves them out.</summary>
    public EquatableArray<string> TakenNames { get; init; }

    /// <summary>The class that carries the wiring: the action's own, or the nested one of a function.</summary>
    public string WiringType => Function is null ? Type.FullName : $"{Type.FullName}.{Function}Action";

    /// <summary>As people read it in messages and plans.</summary>
    public string DisplayName => Function is null ? Type.Name : $"{Type.Name}.{Function}";
}

/// <summary>A generated constant: the identifier that authors write and the text that the platform gets.</summary>
internal sealed record ConstantModel(string Identifier, string Text);
