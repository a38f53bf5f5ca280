namespace Synapse;

/// <summary>Marks an action that annotates tasks before people do. Its context is <see cref="AddTaskDataContext"/>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class AddTaskDataActionAttribute : ActionAttribute;
