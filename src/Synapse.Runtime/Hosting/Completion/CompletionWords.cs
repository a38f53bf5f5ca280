using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Flags;
using Synapse.Runtime.Hosting.Launching;
using Synapse.Runtime.Hosting.Verbs.Local;
using Synapse.Runtime.Reporting;
using Synapse.Wiring;

namespace Synapse.Runtime.Hosting.Completion;

/// <summary>What can stand where on the command line, for every shell.</summary>
internal sealed class CompletionWords(HostContext host)
{
    /// <summary>The name that the shell knows the program by.</summary>
    public string Program { get; } = Path.GetFileName(host.Command);

    /// <summary>The program's name as part of a function's name.</summary>
    public string Function => "_" + string.Concat(Program.Select(static c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    public IReadOnlyList<string> Actions { get; } = [.. host.Plugin.Actions.Select(static action => action.Name)];

    public IReadOnlyList<ActionDescriptor> Descriptors => host.Plugin.Actions;

    public static IEnumerable<Verb> Verbs => Verb.All.Where(static verb => !verb.Name.Contains(' ', StringComparison.Ordinal));

    /// <summary>Verbs of two words, by their second one.</summary>
    public static IEnumerable<(string Name, Verb Verb)> Under(Verb verb) => Verb.All
        .Where(other => other.Name.StartsWith(verb.Name + " ", StringComparison.Ordinal))
        .Select(other => (other.Name[(verb.Name.Length + 1)..], other));

    public static IEnumerable<OptionInfo> Options(Verb verb) => OptionTable.All.Where(option => (verb.Options & option.Option) != 0);

    public static bool TakesRun(Verb verb) => verb.Operands.StartsWith("RUN", StringComparison.Ordinal);

    /// <summary>The kinds of things that a verb takes one of, or null.</summary>
    public static string? Kinds(Verb verb) => verb.Operands.StartsWith("KIND", StringComparison.Ordinal)
        ? string.Join(' ', LocalKind.All.Where(kind => kind.Suits(verb)).Select(static kind => kind.Name))
        : null;

    public static bool TakesAction(Verb verb) => verb.Operands == "ACTION";

    /// <summary>The flags of an action's params.</summary>
    public static IEnumerable<(string Flag, string? Help, bool TakesValue)> Params(ActionDescriptor action) => (action.Parameters?.Fields ?? [])
        .Select(static field => (FlagName.Of(field.Name), field.Description, field.Kind != ParamKind.Switch))
        .Concat([("--params", "The params as a JSON file.", true), ("--set", "One param, also of an object: NAME=VALUE.", true)]);

    /// <summary>The values of an option, or null where the shell should offer files.</summary>
    public IReadOnlyList<string>? Values(Option option) => option switch
    {
        Option.Events => ["jsonl"],
        Option.OnFailure => ["rollback", "keep"],
        Option.Level => MessageLevels.Names,
        Option.InState => RunStates.Choosable,
        Option.Schema => Actions,
        _ => null,
    };
}
