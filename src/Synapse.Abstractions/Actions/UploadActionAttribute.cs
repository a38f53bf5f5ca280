namespace Synapse;

/// <summary>Marks an action that uploads files; it is written as steps. Its context is <see cref="UploadContext"/>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class UploadActionAttribute : ActionAttribute;
