namespace Synapse;

/// <summary>
/// Makes a partial record or class the parameters of an action. <c>required</c> means required, an initializer is the
/// default, constraints are those of <see cref="System.ComponentModel.DataAnnotations"/>, and the <c>///</c> summary of a
/// property is its help text.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ParamsAttribute : Attribute;
