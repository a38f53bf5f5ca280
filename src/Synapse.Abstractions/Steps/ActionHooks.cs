namespace Synapse;

/// <summary>
/// Methods of an action's class that a step set calls. The set declares a class derived from this one: an abstract method
/// of it must be there, a virtual one may; a step asks for the class like for any other input. The action has methods of the
/// same names, which take any part of what the set's method takes, of the action's params and of its context, in any order.
/// </summary>
public abstract class ActionHooks
{
    /// <summary>Whether the action has the method of a name.</summary>
    /// <param name="name">One of the hooks: <c>hooks.Has(nameof(ExportHooks.Convert))</c>.</param>
    public abstract bool Has(string name);
}
