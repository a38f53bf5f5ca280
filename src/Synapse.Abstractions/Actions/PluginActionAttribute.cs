namespace Synapse;

/// <summary>Marks an action of no particular kind, on a class or a static method. Its context is <see cref="RunContext"/>.</summary>
/// <param name="name">The action's name in commands and on the platform.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class PluginActionAttribute(string name) : ActionAttribute
{
    /// <summary>The action's name in commands and on the platform.</summary>
    public string ActionName { get; } = name;
}
