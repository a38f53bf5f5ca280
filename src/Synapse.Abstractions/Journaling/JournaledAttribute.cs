namespace Synapse;

/// <summary>Asks for a codec of a type that is journaled without being a step's output, for instance a loop's result.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class JournaledAttribute : Attribute;
