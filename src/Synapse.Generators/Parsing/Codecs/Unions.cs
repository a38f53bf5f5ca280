using Microsoft.CodeAnalysis;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Codecs;

namespace Synapse.Generators.Parsing.Codecs;

/// <summary>Class hierarchies that name their cases with <c>[JsonDerivedType]</c>.</summary>
internal static class Unions
{
    public static CodecBody? Parse(INamedTypeSymbol type, string path, ICodecVisit visit)
    {
        var cases = new List<UnionCase>();
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass?.Name != "JsonDerivedTypeAttribute" || attribute.ConstructorArguments is not [{ Value: INamedTypeSymbol named }, ..])
            {
                continue;
            }

            // typeof says nothing of null; a case never is.
            var derived = (INamedTypeSymbol)Nullability.Unwrap(named);
            var name = attribute.ConstructorArguments.Length > 1 ? attribute.ConstructorArguments[1].Value : null;
            if (name is null)
            {
                visit.Refuse(path, $"[JsonDerivedType] of '{derived.Name}' has no name; add one as second argument");
                return null;
            }

            if (SymbolEqualityComparer.Default.Equals(derived, type))
            {
                visit.Refuse(path, $"'{derived.Name}' is a case of itself; make the base abstract and the case a class of its own");
                return null;
            }

            if (visit.Class(derived, path) is { } codec)
            {
                cases.Add(new(System.Convert.ToString(name, System.Globalization.CultureInfo.InvariantCulture), CodecNames.Type(derived), codec));
            }
        }

        return cases.Count == 0 ? null : new UnionBody(cases.ToEquatableArray());
    }
}
