namespace Synapse.Generators.Model.Actions;

/// <summary>The methods of an action's class that a step set calls, behind the class that the set asks for.</summary>
/// <param name="Type">The set's class of hooks, with <c>global::</c>.</param>
/// <param name="Identifier">The class that passes the calls on.</param>
/// <param name="Owner">The action's class, with <c>global::</c>.</param>
/// <param name="Constructor">What its constructor takes.</param>
/// <param name="Hooks">All that the set may call, in the order in which it declares them.</param>
internal sealed record HooksModel(
    string Type,
    string Identifier,
    string Owner,
    EquatableArray<ArgumentModel> Constructor,
    EquatableArray<HookModel> Hooks);

/// <summary>One hook.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Takes">What it may ask for, as people write it.</param>
/// <param name="Gives">What it returns, as people write it, without the task; null for nothing.</param>
/// <param name="IsRequired">Whether an action must have it.</param>
/// <param name="Call">How it is called; null when the action does not have it.</param>
internal sealed record HookModel(string Name, EquatableArray<string> Takes, string? Gives, bool IsRequired, HookCallModel? Call);

/// <summary>How the action's method is called.</summary>
/// <param name="Signature">What is overridden, from the return type to the parameters.</param>
/// <param name="ReturnType">The return type of what is overridden.</param>
/// <param name="Form">How the method's answer becomes that.</param>
/// <param name="IsStatic">Whether the method is.</param>
/// <param name="Method">The method's name, escaped.</param>
/// <param name="Arguments">What it is called with, as C#.</param>
internal sealed record HookCallModel(string Signature, string ReturnType, HookForm Form, bool IsStatic, string Method, EquatableArray<string> Arguments);

/// <summary>How the answer of an action's method becomes that of the hook.</summary>
internal enum HookForm
{
    /// <summary>It is the same.</summary>
    Direct,

    /// <summary>The method returns a task, the hook one of another kind.</summary>
    Awaited,

    /// <summary>The method returns a value, the hook a task of it.</summary>
    Wrapped,

    /// <summary>The method returns nothing, the hook a task.</summary>
    Completed,
}
