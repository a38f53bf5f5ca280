namespace Synapse.Rules.Tests.Harness;

/// <summary>A plugin that is wrong in one way, or right in a way that is close to wrong.</summary>
/// <param name="Rule">The id of the rule that it is about.</param>
/// <param name="Title">What is special about it.</param>
/// <param name="Source">The plugin; marked where the rule must point at. Unmarked when it is right.</param>
/// <param name="Messages">What the rule must say, in the order of the marks.</param>
internal sealed record RuleCase(string Rule, string Title, string Source, params string[] Messages)
{
    /// <summary>Whether it is a program with an entry point of its own, not a library.</summary>
    public bool IsProgram { get; init; }

    public bool IsWrong => Messages.Length > 0;

}
