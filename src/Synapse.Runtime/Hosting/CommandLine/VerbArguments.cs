using Synapse.Runtime.Hosting.Verbs.Local;

namespace Synapse.Runtime.Hosting.CommandLine;

/// <summary>The words after a verb that takes no params: its options and operands.</summary>
internal static class VerbArguments
{
    /// <summary>Reads the options and the operands. The first operand of a verb that has any is there, unless help is asked for.</summary>
    /// <exception cref="UsageException">Something is wrong; all of it is named.</exception>
    public static IReadOnlyList<string> Parse(HostContext host, Verb verb, Arguments arguments, GivenOptions options)
    {
        var problems = new List<string>();
        var names = verb.Operands.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var operands = new List<string>();
        var takesMore = names is [.., var last] && last.TrimEnd(']').EndsWith("...", StringComparison.Ordinal);
        while (arguments.TryTake(out var word))
        {
            if (FlagWord.IsFlag(word))
            {
                TakeFlag(verb, FlagWord.Parse(word), arguments, options, problems);
            }
            else if (takesMore || operands.Count < names.Length)
            {
                operands.Add(word);
            }
            else
            {
                problems.Add($"Unexpected '{word}': {verb.Name} takes {Takes(names)}.");
            }
        }
        if (operands.Count == 0 && names.Length > 0 && !options.Help && problems.Count == 0)
        {
            problems.Add($"{verb.Name} needs {Needs(host, names[0])}");
        }
        if (problems.Count > 0)
        {
            throw new UsageException($"{verb.Name}: wrong command line.", problems, $"See '{host.Command} {verb.Name} --help'.");
        }
        return operands;
    }

    private static string Takes(string[] names) => names.Length switch
    {
        0 => "no name",
        1 => "one " + names[0],
        _ => string.Join(' ', names),
    };

    private static string Needs(HostContext host, string operand) => operand switch
    {
        "FILE" => $"a file: one that '{host.Command} runs export' wrote.",
        "NAME" => "a name for what it adds.",
        "KIND" => $"a kind: {LocalKind.Names}.",
        "PROJECT" => $"a project: '{host.Command} local ls projects' lists them.",
        "SHELL" => "a shell: bash, zsh or fish.",
        _ => $"a run: any unique part of its id, or 'last'. '{host.Command} runs' lists them.",
    };

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
