namespace Synapse;

/// <summary>Marks a class whose public <see cref="StepAttribute"/> methods are reusable steps, pulled in with <see cref="UseStepsAttribute{T}"/>.</summary>
/// <param name="contract">Left out: the compiler then notes the contract that the set is compiled for.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StepSetAttribute(int contract = StepSetAttribute.Current) : Attribute
{
    /// <summary>The contract of this library: what the attributes of steps mean to those who wire them.</summary>
    public const int Current = 1;

    /// <summary>The contract that the set was compiled for. An action takes sets of its own contract only.</summary>
    public int Contract { get; } = contract;
}

/// <summary>Pulls the steps of a step set into an action, before the action's own steps.</summary>
/// <typeparam name="T">A class with <see cref="StepSetAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class UseStepsAttribute<T> : Attribute
    where T : class
{
    /// <summary>Runs the whole set before the step named: <c>nameof(Method)</c>.</summary>
    public string? Before { get; set; }

    /// <summary>Runs the whole set after the step named: <c>nameof(Method)</c>.</summary>
    public string? After { get; set; }

    /// <summary>Steps of the set to leave out: <c>nameof(Set.Method)</c>.</summary>
    public string[] Except { get; set; } = [];
}
