namespace Synapse;

/// <summary>Marks an action that puts a model into service; it has no steps. Its context is <see cref="DeploymentContext"/>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class DeploymentActionAttribute : ActionAttribute;
