namespace Synapse.Runtime.Hosting.CommandLine;

/// <summary>The words after a verb that takes no params: its options, and the one operand if it has one.</summary>
internal static class VerbArguments
{
    /// <summary>Reads the options and the operand, which is null for a verb without one or when help is asked for.</summary>
    /// <exception cref="UsageException">Something is wrong; all of it is named.</exception>
    public static string? Parse(HostContext host, Verb verb, Arguments arguments, GivenOptions options)
    {
        var problems = new List<string>();
        string? operand = null;
        while (arguments.TryTake(out var word))
        {
            if (FlagWord.IsFlag(word))
            {
                TakeFlag(verb, FlagWord.Parse(word), arguments, options, problems);
            }
            else if (verb.Operands.Length > 0 && operand is null)
            {
                operand = word;
            }
            else
            {
                problems.Add($"Unexpected '{word}': {verb.Name} takes {(verb.Operands.Length == 0 ? "no name" : "one " + verb.Operands)}.");
            }
        }
        if (operand is null && verb.Operands.Length > 0 && !options.Help && problems.Count == 0)
        {
            problems.Add($"{verb.Name} needs a run: any unique part of its id, or 'last'. '{host.Command} runs' lists them.");
        }
        if (problems.Count > 0)
        {
            throw new UsageException($"{verb.Name}: wrong command line.", problems, $"See '{host.Command} {verb.Name} --help'.");
        }
        return operand;
    }

    private static void TakeFlag(Verb verb, FlagWord flag, Arguments arguments, GivenOptions options, List<string> problems)
    {
        if (OptionTable.Find(flag.Name, verb.Options) is { } option)
        {
            if (options.Take(option, flag, arguments) is { } problem)
            {
                problems.Add(problem);
            }
            return;
        }
        problems.Add(flag.Name is "--params" or "--set"
            ? $"{flag.Name}: {verb.Name} takes no params. A run keeps those it was started with; start a new one to change them."
            : $"Unknown option {flag.Name}.{Spelling.DidYouMean(flag.Name, OptionTable.Names(verb.Options))}");
    }
}
