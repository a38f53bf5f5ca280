using Microsoft.CodeAnalysis;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Codecs;

namespace Synapse.Generators.Parsing.Codecs;

/// <summary>Objects that one constructor and settable members restore without loss.</summary>
internal sealed class RestorableObjects(Compilation compilation)
{
    public ObjectBody? Parse(INamedTypeSymbol type, string path, ICodecVisit visit)
    {
        if (type.IsAbstract)
        {
            visit.Refuse(path, $"'{type.Name}' is abstract; name its cases with [JsonDerivedType]");
            return null;
        }

        var state = ObjectState.Of(type);
        if (Constructor(type, state) is not { } constructor)
        {
            visit.Refuse(path, $"'{CodecNames.Title(type)}' has no constructor whose parameters are all members of it; add one, or settable members");
            return null;
        }

        var members = new List<CodecMember>();
        foreach (var member in state)
        {
            var parameter = constructor.Parameters.FirstOrDefault(p => Restores(p, member));
            if (parameter is null && !IsSettable(member))
            {
                if (member.IsStored)
                {
                    visit.Refuse(CodecBodies.Join(path, member.Name), "it could not be restored: no constructor parameter and no setter takes it");
                    return null;
                }

                continue;
            }

            if (visit.Value(member.Type, CodecBodies.Join(path, member.Name)) is not { } value)
            {
                return null;
            }

            members.Add(new(PartialTypes.Escape(member.Name), JsonNames.Of(member.Symbol), $"v{members.Count}", parameter?.Ordinal ?? -1, value));
        }

        if (members.Count == 0 && state.Count > 0)
        {
            visit.Refuse(path, $"nothing of '{CodecNames.Title(type)}' could be restored");
            return null;
        }

        return new(members.ToEquatableArray(), type is { IsReferenceType: true, IsSealed: false });
    }

    // The one constructor that takes most, of those that take nothing but members; an explicit choice wins.
    private IMethodSymbol? Constructor(INamedTypeSymbol type, IReadOnlyList<StateMember> state)
    {
        var fitting = type.InstanceConstructors
            .Where(c => compilation.IsSymbolAccessibleWithin(c, compilation.Assembly) && !IsCopy(c, type))
            .Where(c => c.Parameters.All(p => p.RefKind is RefKind.None or RefKind.In && state.Any(m => Restores(p, m))))
            .OrderByDescending(c => c.GetAttributes().Any(a => a.AttributeClass?.Name == "JsonConstructorAttribute"))
            .ThenByDescending(c => c.Parameters.Length)
            .ToArray();
        return fitting.FirstOrDefault();
    }

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        type.IsRecord && constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);

    private static bool Restores(IParameterSymbol parameter, StateMember member) =>
        string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase)
        && member.IsReadable
        && SymbolEqualityComparer.Default.Equals(parameter.Type, member.Type);

    private bool IsSettable(StateMember member) => member.IsReadable && member.Symbol switch
    {
        IPropertySymbol { SetMethod: { } setter } => compilation.IsSymbolAccessibleWithin(setter, compilation.Assembly),
        IFieldSymbol { IsReadOnly: false } => true,
        _ => false,
    };
}
