using Synapse.Runtime.Hosting.CommandLine;

namespace Synapse.Runtime.Hosting.Completion;

/// <summary>A function for bash, which zsh can use as well. Runs are asked for when they are to be completed.</summary>
internal static class BashCompletion
{
    private const string Runs = "$(\"${COMP_WORDS[0]}\" runs 2>/dev/null | sed -n '2,$s/^\\([0-9a-f]\\{8\\}\\) .*/\\1/p') last";

    public static void Write(TextWriter writer, CompletionWords words)
    {
        writer.WriteLine($"# Completes {words.Program} in bash: eval \"$({words.Program} completion bash)\"");
        WriteFunction(writer, words);
    }

    public static void WriteForZsh(TextWriter writer, CompletionWords words)
    {
        writer.WriteLine($"# Completes {words.Program} in zsh: eval \"$({words.Program} completion zsh)\"");
        writer.WriteLine("autoload -Uz compinit bashcompinit");
        writer.WriteLine("(( ${+functions[compdef]} )) || compinit");
        writer.WriteLine("bashcompinit");
        WriteFunction(writer, words);
    }

    private static void WriteFunction(TextWriter writer, CompletionWords words)
    {
        writer.WriteLine($"{words.Function}() {{");
        writer.WriteLine("    local cur=\"${COMP_WORDS[COMP_CWORD]}\" prev=\"${COMP_WORDS[COMP_CWORD-1]}\" words='' action='' i");
        writer.WriteLine("    COMPREPLY=()");
        WriteValues(writer, words);
        writer.WriteLine("    if [ \"$COMP_CWORD\" -eq 1 ]; then");
        writer.WriteLine($"        words='{string.Join(' ', CompletionWords.Verbs.Select(static verb => verb.Name))} --help --version'");
        writer.WriteLine("    else");
        WriteVerbs(writer, words);
        writer.WriteLine("    fi");
        writer.WriteLine("    COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))");
        writer.WriteLine("}");
        writer.WriteLine($"complete -o default -F {words.Function} {words.Program}");
    }

    /// <summary>After an option with a value comes its value, and nothing else.</summary>
    private static void WriteValues(TextWriter writer, CompletionWords words)
    {
        writer.WriteLine("    case \"$prev\" in");
        foreach (var option in OptionTable.All)
        {
            if (option.Value is not null && words.Values(option.Option) is { } values)
            {
                writer.WriteLine($"        {option.Name}) COMPREPLY=($(compgen -W '{string.Join(' ', values)}' -- \"$cur\")); return;;");
            }
        }
        var other = OptionTable.All.Where(option => option.Value is not null && words.Values(option.Option) is null).Select(static option => option.Name);
        writer.WriteLine($"        {string.Join('|', other.Concat(["--params", "--set"]))}) return;;");
        writer.WriteLine("    esac");
    }

    private static void WriteVerbs(TextWriter writer, CompletionWords words)
    {
        writer.WriteLine("        case \"${COMP_WORDS[1]}\" in");
        foreach (var verb in CompletionWords.Verbs)
        {
            var under = CompletionWords.Under(verb).ToList();
            if (CompletionWords.TakesAction(verb))
            {
                WriteActions(writer, words, verb);
            }
            else if (under.Count == 0)
            {
                writer.WriteLine($"            {verb.Name}) words=\"{Offered(verb)}\";;");
            }
            else
            {
                WriteUnder(writer, verb, under);
            }
        }
        writer.WriteLine("        esac");
    }

    private static void WriteUnder(TextWriter writer, Verb verb, List<(string Name, Verb Verb)> under)
    {
        writer.WriteLine($"            {verb.Name})");
        writer.WriteLine("                if [ \"$COMP_CWORD\" -gt 2 ]; then action=\"${COMP_WORDS[2]}\"; fi");
        writer.WriteLine("                case \"$action\" in");
        foreach (var (name, other) in under)
        {
            writer.WriteLine($"                    {name}) words=\"{Offered(other)}\";;");
        }
        writer.WriteLine($"                    '') words=\"{string.Join(' ', under.Select(static other => other.Name))} {Offered(verb)}\";;");
        writer.WriteLine($"                    *) words=\"{Offered(verb)}\";;");
        writer.WriteLine("                esac;;");
    }

    private static void WriteActions(TextWriter writer, CompletionWords words, Verb verb)
    {
        writer.WriteLine($"            {verb.Name})");
        writer.WriteLine("                for ((i = 2; i < COMP_CWORD; i++)); do");
        writer.WriteLine($"                    case \"${{COMP_WORDS[i]}}\" in {string.Join('|', words.Actions.DefaultIfEmpty("''"))}) action=\"${{COMP_WORDS[i]}}\";; esac");
        writer.WriteLine("                done");
        writer.WriteLine("                case \"$action\" in");
        foreach (var action in words.Descriptors)
        {
            var flags = CompletionWords.Params(action).Select(static param => param.Flag);
            writer.WriteLine($"                    {action.Name}) words=\"{string.Join(' ', flags)} {Offered(verb)}\";;");
        }
        writer.WriteLine($"                    *) words=\"{string.Join(' ', words.Actions)} {Offered(verb)}\";;");
        writer.WriteLine("                esac;;");
    }

    private static string Offered(Verb verb)
    {
        var options = string.Join(' ', CompletionWords.Options(verb).Select(static option => option.Name));
        return CompletionWords.Kinds(verb) is { } kinds ? $"{kinds} {options}" : CompletionWords.TakesRun(verb) ? $"{Runs} {options}" : verb.Operands == "SHELL" ? $"bash zsh fish {options}" : options;
    }
}
