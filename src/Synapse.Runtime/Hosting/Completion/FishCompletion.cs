using Synapse.Runtime.Hosting.CommandLine;

namespace Synapse.Runtime.Hosting.Completion;

/// <summary>Completions for fish, which shows a text beside each.</summary>
internal static class FishCompletion
{
    public static void Write(TextWriter writer, CompletionWords words)
    {
        var program = words.Program;
        writer.WriteLine($"# Completes {program} in fish: {program} completion fish | source");
        writer.WriteLine($"function _{words.Function}_runs");
        writer.WriteLine($"    echo last");
        writer.WriteLine($"    {program} runs 2>/dev/null | string match -rg '^([0-9a-f]{{8}})\\s'");
        writer.WriteLine("end");
        writer.WriteLine($"complete -c {program} -e");
        foreach (var verb in CompletionWords.Verbs)
        {
            writer.WriteLine($"complete -c {program} -f -n __fish_use_subcommand -a {verb.Name} -d {Quote(verb.Summary)}");
            WriteVerb(writer, words, verb, $"__fish_seen_subcommand_from {verb.Name}");
            foreach (var (name, other) in CompletionWords.Under(verb))
            {
                writer.WriteLine($"complete -c {program} -f -n '__fish_seen_subcommand_from {verb.Name}' -a {name} -d {Quote(other.Summary)}");
                WriteVerb(writer, words, other, $"__fish_seen_subcommand_from {verb.Name}; and __fish_seen_subcommand_from {name}");
            }
        }
    }

    private static void WriteVerb(TextWriter writer, CompletionWords words, Verb verb, string condition)
    {
        foreach (var option in CompletionWords.Options(verb))
        {
            var values = words.Values(option.Option);
            var value = option.Value is null ? "" : values is null ? " -r" : $" -x -a {Quote(string.Join(' ', values))}";
            writer.WriteLine($"complete -c {words.Program} -n '{condition}' -l {option.Name[2..]}{value} -d {Quote(option.Help)}");
        }
        if (CompletionWords.TakesRun(verb))
        {
            writer.WriteLine($"complete -c {words.Program} -f -n '{condition}' -a '(_{words.Function}_runs)'");
        }
        if (verb.Operands == "SHELL")
        {
            writer.WriteLine($"complete -c {words.Program} -f -n '{condition}' -a 'bash zsh fish'");
        }
        if (CompletionWords.TakesAction(verb))
        {
            WriteActions(writer, words, condition);
        }
    }

    private static void WriteActions(TextWriter writer, CompletionWords words, string condition)
    {
        foreach (var action in words.Descriptors)
        {
            var chosen = $"{condition}; and __fish_seen_subcommand_from {action.Name}";
            writer.WriteLine($"complete -c {words.Program} -f -n '{condition}; and not __fish_seen_subcommand_from {string.Join(' ', words.Actions)}' -a {action.Name} -d {Quote(action.Description ?? action.TypeName)}");
            foreach (var (flag, help, takesValue) in CompletionWords.Params(action))
            {
                writer.WriteLine($"complete -c {words.Program} -n '{chosen}' -l {flag[2..]}{(takesValue ? " -r" : "")}{(help is null ? "" : " -d " + Quote(help))}");
            }
        }
    }

    private static string Quote(string text) =>
        $"'{text.ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
