using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing;

/// <summary>Names in JSON: snake_case of the C# name, unless the author says otherwise.</summary>
internal static class JsonNames
{
    public static string Of(ISymbol member) => Explicit(member) ?? Snake(member.Name);

    public static string Snake(string name) => SnakeCase.Of(name);

    public static string? Explicit(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is "JsonPropertyNameAttribute" or "JsonStringEnumMemberNameAttribute"
                && attribute.ConstructorArguments is [{ Value: string name }])
            {
                return name;
            }
        }

        return null;
    }
}
