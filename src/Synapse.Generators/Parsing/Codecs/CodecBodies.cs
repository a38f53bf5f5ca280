using Microsoft.CodeAnalysis;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Codecs;

namespace Synapse.Generators.Parsing.Codecs;

/// <summary>Chooses the form of a type's JSON, or says why it has none.</summary>
internal sealed class CodecBodies(Compilation compilation)
{
    private readonly RestorableObjects objects = new(compilation);

    public CodecBody? Parse(ITypeSymbol type, string path, ICodecVisit visit)
    {
        if (Nullability.IsNullable(type) || Scalars.Of(type) is not null)
        {
            return visit.Value(type, path) is { } value ? new ValueBody(value) : null;
        }

        if (Refusals.Reason(type, compilation) is { } reason)
        {
            visit.Refuse(path, reason);
            return null;
        }

        return type switch
        {
            IArrayTypeSymbol array => List(array.ElementType, CollectionForm.FromList, ".ToArray()", path, visit),
            INamedTypeSymbol { IsTupleType: true } tuple => Tuple(tuple, path, visit),
            INamedTypeSymbol { TypeKind: TypeKind.Enum } @enum => Enum(@enum),
            INamedTypeSymbol named => Collection(named, path, visit) ?? Unions.Parse(named, path, visit) ?? Object(named, path, visit),
            _ => null,
        };
    }

    private ObjectBody? Object(INamedTypeSymbol type, string path, ICodecVisit visit)
    {
        if (Collections.IsCollection(type))
        {
            visit.Refuse(path, $"'{CodecNames.Title(type)}' is a collection that cannot be restored; return an array, a List<T>, an ImmutableArray<T>, a HashSet<T> or a dictionary with string keys");
            return null;
        }

        return objects.Parse(type, path, visit);
    }

    private static CodecBody? Collection(INamedTypeSymbol type, string path, ICodecVisit visit) =>
        Collections.Of(type) is not { } collection ? null
        : collection.IsDictionary ? visit.Value(type.TypeArguments[1], path + "[]") is { } value ? new DictionaryBody(value, collection.Form, collection.Construction) : null
        : List(type.TypeArguments[0], collection.Form, collection.Construction, path, visit);

    private static ListBody? List(ITypeSymbol item, CollectionForm form, string construction, string path, ICodecVisit visit) =>
        visit.Value(item, path + "[]") is { } value ? new(value, form, construction) : null;

    private static TupleBody? Tuple(INamedTypeSymbol type, string path, ICodecVisit visit)
    {
        var elements = type.TupleElements
            .Select(e => visit.Value(e.Type, Join(path, e.Name)))
            .OfType<CodecValue>()
            .ToEquatableArray();
        return elements.Count == type.TupleElements.Length ? new(elements) : null;
    }

    private static EnumBody Enum(INamedTypeSymbol type)
    {
        // Two names of one value are one value; the first declared one is written.
        var seen = new HashSet<object>();
        return new(
            type.EnumUnderlyingType!.ToDisplayString(),
            type.GetMembers().OfType<IFieldSymbol>()
                .Where(f => f.ConstantValue is { } constant && seen.Add(constant))
                .Select(f => new EnumMember(PartialTypes.Escape(f.Name), JsonNames.Of(f)))
                .ToEquatableArray());
    }

    public static string Join(string path, string member) => path.Length == 0 ? member : path + "." + member;
}
