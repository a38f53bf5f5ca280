using System.Text;
using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing.Codecs;

/// <summary>Names of types: as C#, as people read them, and as the class of their codec.</summary>
internal static class CodecNames
{
    private static readonly SymbolDisplayFormat CSharp = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string Type(ITypeSymbol type) => Annotated(type).ToDisplayString(CSharp);

    public static string Title(ITypeSymbol type) => Annotated(type).ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);

    /// <summary>Says the whole type and nothing else: underscores in names are doubled, so single ones are ours.</summary>
    public static string Class(ITypeSymbol type)
    {
        var name = new StringBuilder();
        Append(name, type);
        return name.ToString();
    }

    private static ITypeSymbol Annotated(ITypeSymbol type) =>
        type.IsReferenceType && Nullability.IsNullable(type) ? type.WithNullableAnnotation(NullableAnnotation.Annotated) : type;

    private static void Append(StringBuilder name, ITypeSymbol type)
    {
        AppendBare(name, Nullability.Unwrap(type));
        if (Nullability.IsNullable(type))
        {
            name.Append("_or_null");
        }
    }

    private static void AppendBare(StringBuilder name, ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                Append(name, array.ElementType);
                name.Append("_array").Append(array.Rank == 1 ? string.Empty : array.Rank.ToString(System.Globalization.CultureInfo.InvariantCulture));
                break;
            case INamedTypeSymbol { IsTupleType: true } tuple:
                name.Append("tuple");
                AppendAll(name, tuple.TupleElements.Select(e => e.Type));
                break;
            case INamedTypeSymbol named:
                AppendPath(name, named);
                AppendAll(name, named.TypeArguments);
                break;
            default:
                name.Append(Escape(type.Name));
                break;
        }
    }

    private static void AppendAll(StringBuilder name, IEnumerable<ITypeSymbol> types)
    {
        var separator = "_of_";
        foreach (var type in types)
        {
            name.Append(separator);
            Append(name, type);
            separator = "_and_";
        }

        if (separator == "_and_")
        {
            name.Append("_end");
        }
    }

    private static void AppendPath(StringBuilder name, INamedTypeSymbol type)
    {
        if (type.SpecialType is not SpecialType.None and not SpecialType.System_DateTime)
        {
            name.Append(Escape(type.Name));
            return;
        }

        ISymbol? outer = type.ContainingType;
        outer ??= type.ContainingNamespace is { IsGlobalNamespace: false } space ? space : null;
        if (outer is INamedTypeSymbol containing)
        {
            AppendPath(name, containing);
            AppendAll(name, containing.TypeArguments);
            name.Append('_');
        }
        else if (outer is not null)
        {
            name.Append(string.Join("_", outer.ToDisplayString().Split('.').Select(Escape))).Append('_');
        }

        name.Append(Escape(type.Name));
    }

    private static string Escape(string name) => name.Replace("_", "__").Replace("@", string.Empty);
}
