namespace Synapse.Generators.Model.Params;

/// <summary>A params type: what can be given, and how an object is made of it.</summary>
/// <param name="Type">The declaration to add to.</param>
/// <param name="Title">The type as people write it.</param>
/// <param name="IsValid">No error was found; else only a stub is written.</param>
/// <param name="Construction">How an object comes to be.</param>
/// <param name="Summary">The <c>///</c> text.</param>
/// <param name="Members">What can be given, bases first.</param>
/// <param name="Nested">All params types inside, each once and without its own, for the schema.</param>
internal sealed record ParamsModel(
    PartialType Type,
    string Title,
    bool IsValid,
    ParamsConstruction Construction,
    string? Summary,
    EquatableArray<ParamMember> Members,
    EquatableArray<ParamsModel> Nested)
{
    /// <summary>Form of the manifest that a type leaves for other assemblies.</summary>
    public const int ManifestContract = 1;
}

/// <summary>How an object of a params type comes to be.</summary>
/// <param name="IsAbstract">Only derived types are bound.</param>
/// <param name="IsSealed">Nothing derives from it; true of structs.</param>
/// <param name="IsStruct">It is a value type.</param>
/// <param name="HasPrimary">Every constructor has to call the primary one.</param>
/// <param name="NeedsParameterless">The compiler's own constructor goes when ours comes.</param>
/// <param name="HasParamsBase">The base has a descriptor and checks of its own.</param>
/// <param name="HidesDescriptor">A base that can be bound itself has a descriptor of the same name.</param>
/// <param name="ValidateParameter">Name of the parameter of the author's <c>Validate</c>, or null when there is none.</param>
internal sealed record ParamsConstruction(
    bool IsAbstract,
    bool IsSealed,
    bool IsStruct,
    bool HasPrimary,
    bool NeedsParameterless,
    bool HasParamsBase,
    bool HidesDescriptor,
    string? ValidateParameter);

/// <summary>One thing that can be given.</summary>
/// <param name="Name">The C# property, escaped.</param>
/// <param name="JsonName">Its name in JSON.</param>
/// <param name="DerivedName">The name that <c>ParamErrors.Add</c> derives from <c>nameof</c>.</param>
/// <param name="Type">The C# type with its question mark.</param>
/// <param name="IsRequired">It must be given.</param>
/// <param name="Parameter">Position in the primary constructor, or -1.</param>
/// <param name="ParameterDefault">The C# default of that parameter.</param>
/// <param name="DefaultJson">The default as JSON, where it is constant.</param>
/// <param name="Description">The <c>///</c> text.</param>
/// <param name="Value">Its value.</param>
/// <param name="Constraints">What the value must fulfil.</param>
internal sealed record ParamMember(
    string Name,
    string JsonName,
    string DerivedName,
    string Type,
    bool IsRequired,
    int Parameter,
    string? ParameterDefault,
    string? DefaultJson,
    string? Description,
    ParamValue Value,
    EquatableArray<ParamConstraint> Constraints);
