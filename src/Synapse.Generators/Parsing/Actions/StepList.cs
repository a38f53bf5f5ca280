namespace Synapse.Generators.Parsing.Actions;

/// <summary>The steps of an action.</summary>
/// <param name="Steps">All of them.</param>
/// <param name="IsCertain">Whether they are all there and in the order that the author means; else that is reported, and what only follows from it is not.</param>
internal sealed record StepList(List<StepSource> Steps, bool IsCertain);
