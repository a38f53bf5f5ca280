using Microsoft.CodeAnalysis;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Actions;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>What the constructor of an action or step set takes: each body gets a fresh instance.</summary>
internal sealed class Construction(ActionScope scope)
{
    public const string Allowed = "the context of the action, IBackend, TimeProvider or ILogger";

    /// <summary>Null when the class cannot be constructed; <see cref="Problem"/> says why.</summary>
    public EquatableArray<ArgumentModel>? Arguments(INamedTypeSymbol type)
    {
        var constructor = Usable(type);
        if (constructor is null)
        {
            return null;
        }

        var arguments = new List<ArgumentModel>();
        foreach (var parameter in constructor.Parameters)
        {
            if (KindOf(parameter.Type) is not { } kind)
            {
                return null;
            }

            arguments.Add(new(kind, parameter.Name, ActionScope.FullName(parameter.Type)));
        }

        return arguments.ToEquatableArray();
    }

    /// <summary>Why the class cannot be constructed, or null.</summary>
    public string? Problem(INamedTypeSymbol type)
    {
        if (type.IsStatic)
        {
            return "it is static. Remove 'static', or put the attribute on a static method.";
        }

        if (type.IsAbstract)
        {
            return "it is abstract. Put the attribute on a class that can be made.";
        }

        if (type.IsGenericType || type.ContainingType is { IsGenericType: true })
        {
            return "it is generic. Derive a class without type parameters.";
        }

        if (type.IsFileLocal)
        {
            return "it is file-local, so generated code cannot name it. Remove 'file'.";
        }

        if (type.GetMembers().FirstOrDefault(m => m is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }) is { } required)
        {
            return $"its member '{required.Name}' is required. Take what it needs as a parameter of the method.";
        }

        var constructor = Usable(type);
        if (constructor is null)
        {
            return "it has several constructors, or none that generated code can call. Leave one.";
        }

        var unknown = constructor.Parameters.FirstOrDefault(p => KindOf(p.Type) is null);
        return unknown is null ? null : $"its constructor asks for '{unknown.Type.ToDisplayString()}'. It may ask for {Allowed}.";
    }

    private static IMethodSymbol? Usable(INamedTypeSymbol type)
    {
        var constructors = type.InstanceConstructors.Where(c => !IsCopy(c, type)).ToList();
        return constructors is [var only] ? only : null;
    }

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        type.IsRecord && constructor.Parameters is [var single] && SymbolEqualityComparer.Default.Equals(single.Type, type);

    private ArgumentKind? KindOf(ITypeSymbol type) =>
        scope.IsContext(type) ? ArgumentKind.Context
        : KnownTypes.Is(type, scope.Known.Backend) ? ArgumentKind.Backend
        : KnownTypes.Is(type, scope.Known.TimeProvider) ? ArgumentKind.Clock
        : KnownTypes.Is(type, scope.Known.Logger) ? ArgumentKind.Logger
        : null;
}
