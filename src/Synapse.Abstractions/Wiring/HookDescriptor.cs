using System.ComponentModel;

namespace Synapse.Wiring;

/// <summary>A method that the steps of an action call on its class.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Takes">What it may ask for, as people write it, besides the action's params and its context.</param>
/// <param name="Returns">What it returns, as people write it; a task of it will do. Null for nothing.</param>
/// <param name="IsRequired">Whether an action must have it.</param>
/// <param name="IsImplemented">Whether this action has it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record HookDescriptor(string Name, IReadOnlyList<string> Takes, string? Returns, bool IsRequired, bool IsImplemented);
