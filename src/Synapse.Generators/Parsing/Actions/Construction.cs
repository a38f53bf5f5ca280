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
            if (KindOf(parameter) is not { } kind)
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

        if (Visibility(type) is { } problem)
        {
            return problem;
        }

        return Making(type);
    }

    private string? Making(INamedTypeSymbol type)
    {
        if (Required(type) is { } required)
        {
            return $"its member '{required.Name}' is required. Take what it needs as a parameter of the method.";
        }

        var constructor = Usable(type);
        if (constructor is null)
        {
            return "it has several constructors, or none that generated code can call. Leave one.";
        }

        var unknown = constructor.Parameters.FirstOrDefault(p => KindOf(p) is null);
        if (unknown is not null && Names.IsUnknown(unknown.Type))
        {
            scope.Verdict.Spoil();
            return null;
        }

        return unknown is null ? null : $"its constructor asks for '{unknown.Type.ToDisplayString()}'. It may ask for {Allowed}.";
    }

    /// <summary>Why the action's wiring cannot make a step set, or null; one with static methods only is not made.</summary>
    public string? SetProblem(INamedTypeSymbol set) =>
        set.GetMembers().OfType<IMethodSymbol>().Where(m => m.MethodKind == MethodKind.Ordinary).All(m => m.IsStatic) ? null
        : set.IsAbstract ? "it is abstract. Use a class that can be made."
        : Making(set);

    /// <summary>Why generated code elsewhere in the assembly cannot name the class, or null.</summary>
    public static string? Visibility(INamedTypeSymbol type)
    {
        if (type.IsGenericType)
        {
            return "it is generic. Derive a class without type parameters.";
        }

        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal)
            {
                return $"'{current.Name}' is file-local, so generated code cannot name it. Remove 'file'.";
            }

            if (current.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            {
                return $"'{current.Name}' is private, so generated code cannot name it. Make it internal or public.";
            }
        }

        return null;
    }

    private static ISymbol? Required(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().FirstOrDefault(m => m is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }) is { } required)
            {
                return required;
            }
        }

        return null;
    }

    // An action's wiring stands in the class itself and may call a private constructor; a set's stands elsewhere.
    private IMethodSymbol? Usable(INamedTypeSymbol type)
    {
        var constructors = type.InstanceConstructors.Where(c => !IsCopy(c, type)).ToList();
        var within = scope.Action as INamedTypeSymbol ?? scope.Action.ContainingType;
        return constructors is [var only] && scope.Compilation.IsSymbolAccessibleWithin(only, within) ? only : null;
    }

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        type.IsRecord && constructor.Parameters is [var single] && SymbolEqualityComparer.Default.Equals(single.Type, type);

    private ArgumentKind? KindOf(IParameterSymbol parameter) => parameter.RefKind is RefKind.None or RefKind.In ? KindOf(parameter.Type) : null;

    private ArgumentKind? KindOf(ITypeSymbol type) =>
        scope.IsContext(type) ? ArgumentKind.Context
        : KnownTypes.Is(type, scope.Known.Backend) ? ArgumentKind.Backend
        : KnownTypes.Is(type, scope.Known.TimeProvider) ? ArgumentKind.Clock
        : KnownTypes.Is(type, scope.Known.Logger) ? ArgumentKind.Logger
        : null;
}
