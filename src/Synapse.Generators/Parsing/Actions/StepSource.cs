using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>A step as declared: on the action's class, or on a set that it uses.</summary>
internal sealed class StepSource(IMethodSymbol method, AttributeData attribute, INamedTypeSymbol owner, ISymbol action, AttributeData? uses)
{
    public IMethodSymbol Method { get; } = method;

    public AttributeData Attribute { get; } = attribute;

    public INamedTypeSymbol Owner { get; } = owner;

    public string Name { get; } = attribute.Named<string>("Name") ?? SnakeCase.Of(Naming.WithoutSuffix(method.Name, "Async"));

    public double Weight { get; } = attribute.Has("Weight") ? attribute.Named<double>("Weight") : 1;

    public int Retries { get; } = attribute.Named<int>("Retries");

    public double RetryDelaySeconds { get; } = attribute.Has("RetryDelaySeconds") ? attribute.Named<double>("RetryDelaySeconds") : 1;

    public double TimeoutSeconds { get; } = attribute.Named<double>("TimeoutSeconds");

    public string? Rollback { get; } = attribute.Named<string>("Rollback");

    public bool RollbackInFlight { get; } = attribute.Named<bool>("RollbackInFlight");

    public string? SkipWhen { get; } = attribute.Named<string>("SkipWhen");

    public string? Before { get; } = attribute.StepReference("Before");

    public string? After { get; } = attribute.StepReference("After");

    public bool Replace { get; } = attribute.Named<bool>("Replace");

    public bool IsResult { get; } = attribute.Named<bool>("Result");

    /// <summary>The attribute that pulled the step's set in, or null for a step of the class itself.</summary>
    public AttributeData? Uses { get; } = uses;

    public string Display => $"{Owner.Name}.{Method.Name}";

    /// <summary>Whether a setting names the step: by its method, or by its generated constant.</summary>
    public bool Is(string? reference) => reference == Method.Name ||
        reference is not null && reference.StartsWith(Attributes.GeneratedSteps, StringComparison.Ordinal) && Naming.PascalCase(Name) == reference.Substring(Attributes.GeneratedSteps.Length);

    /// <summary>As <c>nameof</c> takes it in the action's class.</summary>
    public string Reference => Uses is null ? PartialTypes.Escape(Method.Name) : $"{ActionScope.FullName(Owner)}.{PartialTypes.Escape(Method.Name)}";

    /// <summary>Where a finding about the step goes: to the step, or to the attribute that pulled its set in.</summary>
    public Anchor At(Anchor own) => Uses is null ? own : Anchor.Attribute(action, Uses);

    /// <summary>Where a finding about one of the step's settings goes.</summary>
    public Anchor AtSetting(string name) => At(Anchor.Attribute(Method, Attribute, Attribute.Position(name)));
}
