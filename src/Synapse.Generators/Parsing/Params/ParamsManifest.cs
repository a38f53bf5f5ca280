using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing.Params;

/// <summary>Reads what the generator wrote into another assembly about a params type: defaults and texts are not in metadata.</summary>
internal static class ParamsManifest
{
    private const int Width = 3;

    /// <summary>The default as JSON and the text of a property of a compiled type.</summary>
    public static (string? Default, string? Description) Of(IPropertySymbol property)
    {
        var manifest = property.ContainingType.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "ParamsManifestAttribute");
        if (manifest?.ConstructorArguments is [{ Value: Model.Params.ParamsModel.ManifestContract }, { Kind: TypedConstantKind.Array, Values: var values }])
        {
            for (var i = 0; i + Width <= values.Length; i += Width)
            {
                if (values[i].Value as string == property.Name)
                {
                    return (values[i + 1].Value as string, values[i + 2].Value as string);
                }
            }
        }

        return default;
    }

    public static bool IsCompiled(IPropertySymbol property) => property.DeclaringSyntaxReferences.IsEmpty;
}
