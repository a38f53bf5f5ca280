namespace Synapse;

/// <summary>Marks an action that trains a model. Its context is <see cref="TrainContext"/>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class TrainActionAttribute : ActionAttribute;
