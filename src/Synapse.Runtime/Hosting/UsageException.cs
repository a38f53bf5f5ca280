namespace Synapse.Runtime.Hosting;

/// <summary>The command line or the params are wrong; nothing ran. All problems at once, each one line or more for people.</summary>
internal sealed class UsageException(string headline, IReadOnlyList<string> problems, string advice) : Exception(headline)
{
    public UsageException(string problem, string advice)
        : this(problem, [], advice)
    {
    }

    /// <summary>What is wrong, below the headline; empty when the headline says it all.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;

    /// <summary>What to do: one sentence, usually a command.</summary>
    public string Advice { get; } = advice;
}
