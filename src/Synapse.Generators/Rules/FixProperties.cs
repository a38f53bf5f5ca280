namespace Synapse.Rules;

/// <summary>What a diagnostic tells the fix for it beyond its message.</summary>
internal static class FixProperties
{
    /// <summary>The name that stands for nothing, or that is given twice.</summary>
    public const string Name = "Name";

    /// <summary>The steps that could be meant, as <c>nameof</c> takes them, one a line.</summary>
    public const string Steps = "Steps";

    /// <summary>A name that may stand in place of the one that may not.</summary>
    public const string Suggestion = "Suggestion";

    /// <summary>The C# type that the parameter may ask for instead.</summary>
    public const string Type = "Type";

    /// <summary>The method of the same class that could return what is asked for.</summary>
    public const string Producer = "Producer";

    /// <summary>The C# type that it would have to return.</summary>
    public const string Returned = "Returned";

    /// <summary>The step after which this one would find what it asks for.</summary>
    public const string After = "After";

    /// <summary>Hooks that may be added, each with the full name of the class that declares it; those of one offer in one line.</summary>
    public const string Hooks = "Hooks";

    /// <summary>Present when the type asked for only has to be marked <c>[Params]</c>.</summary>
    public const string Params = "Params";
}
