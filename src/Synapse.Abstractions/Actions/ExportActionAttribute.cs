namespace Synapse;

/// <summary>Marks an action that exports data. Its context is <see cref="ExportContext"/>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class ExportActionAttribute : ActionAttribute;
