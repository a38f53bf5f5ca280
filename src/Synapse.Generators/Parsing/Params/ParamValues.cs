using Microsoft.CodeAnalysis;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Params;
using Synapse.Generators.Parsing.Codecs;

namespace Synapse.Generators.Parsing.Params;

/// <summary>Decides how a param's type is read, or why it cannot be.</summary>
internal sealed class ParamValues(INamedTypeSymbol owner, bool allowNonFinite)
{
    /// <summary>Why there is no value: half a sentence with the way out.</summary>
    public string? Problem { get; private set; }

    public ParamValue? Parse(ITypeSymbol type)
    {
        var isNullable = Nullability.IsNullable(type);
        var bare = Nullability.Unwrap(type);
        var name = CodecNames.Type(bare);
        if (ParamScalars.Of(bare) is { } scalar)
        {
            return new ScalarParam(name, isNullable, bare.IsReferenceType, scalar, allowNonFinite);
        }

        return bare switch
        {
            IArrayTypeSymbol { IsSZArray: true } array => List(array.ElementType, name, isNullable, "global::System.Collections.Generic.List", ".ToArray()", isReference: true),
            INamedTypeSymbol { TypeKind: TypeKind.Enum } flags when flags.GetAttributes().Any(a => a.AttributeClass?.Name == "FlagsAttribute") =>
                Refuse("combinations of [Flags] have no name; use a list of an enum without it"),
            INamedTypeSymbol { TypeKind: TypeKind.Enum } @enum => Enum(@enum, name, isNullable),
            INamedTypeSymbol named when IsParams(named) => new NestedParam(name, isNullable, named.IsReferenceType, PartialTypes.MetadataName(named), ParamsCycles.LeadsTo(named, owner)),
            INamedTypeSymbol named => Collection(named, name, isNullable) ?? Refuse(Reason(named)),
            _ => Refuse("JSON has no value for it"),
        };
    }

    public static bool IsParams(INamedTypeSymbol type) =>
        type.GetAttributes().Any(a => a.AttributeClass is { Name: "ParamsAttribute", ContainingNamespace: { Name: "Synapse", ContainingNamespace.IsGlobalNamespace: true } });

    private static EnumParam? Enum(INamedTypeSymbol type, string name, bool isNullable) => new(
        name,
        isNullable,
        type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue).Select(f => new EnumName(PartialTypes.Escape(f.Name), JsonNames.Of(f))).ToEquatableArray());

    private ParamValue? Collection(INamedTypeSymbol type, string name, bool isNullable)
    {
        if (type.Name is "Dictionary" or "IDictionary" or "IReadOnlyDictionary" && type.TypeArguments.Length == 2 && type.ContainingNamespace.ToDisplayString() == "System.Collections.Generic")
        {
            return Map(type, name, isNullable, "global::System.Collections.Generic.Dictionary", string.Empty);
        }

        if (Collections.Of(type) is not { } known)
        {
            return null;
        }

        var isMutable = known.Form == Model.Codecs.CollectionForm.Mutable;
        if (known.IsDictionary)
        {
            return Map(type, name, isNullable, isMutable ? known.Construction : "global::System.Collections.Generic.Dictionary", isMutable ? string.Empty : known.Construction);
        }

        return List(type.TypeArguments[0], name, isNullable, isMutable ? known.Construction : "global::System.Collections.Generic.List", isMutable ? string.Empty : known.Construction, type.IsReferenceType);
    }

    private ListParam? List(ITypeSymbol item, string name, bool isNullable, string construction, string conversion, bool isReference) =>
        Parse(item) is { } value ? new(name, isNullable, isReference, value, $"{construction}<{CodecNames.Type(item)}>", conversion) : null;

    private ParamValue? Map(INamedTypeSymbol type, string name, bool isNullable, string construction, string conversion)
    {
        var key = type.TypeArguments[0];
        var scalar = key.SpecialType == SpecialType.System_String ? null : ParamScalars.Of(key);
        if (key.SpecialType != SpecialType.System_String && scalar is not { Kind: ScalarKind.Integer })
        {
            return Refuse("names in JSON are text; use string or an integer type as key");
        }

        return Parse(type.TypeArguments[1]) is { } value
            ? new MapParam(name, isNullable, type.IsReferenceType, scalar, CodecNames.Type(key), value, $"{construction}<{CodecNames.Type(key)}, {CodecNames.Type(type.TypeArguments[1])}>", conversion)
            : null;
    }

    private ParamValue? Refuse(string problem)
    {
        Problem ??= problem;
        return null;
    }

    private static string Reason(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => "it is not known",
        { IsTupleType: true } => "a tuple has no names in JSON; use a nested [Params] record",
        { SpecialType: SpecialType.System_Object } => "use JsonElement for any JSON",
        { TypeKind: TypeKind.Interface } => "an interface does not say what to make; use a List<T>, a dictionary or a [Params] type",
        _ when type.Locations.Any(l => l.IsInSource) => "mark it [Params] and declare it partial",
        _ => "use a scalar, an enum, a list, a dictionary or a nested [Params] type",
    };
}
