namespace Synapse;

/// <summary>Marks an action that runs a model. Its context is <see cref="InferenceContext"/>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class InferenceActionAttribute : ActionAttribute;
