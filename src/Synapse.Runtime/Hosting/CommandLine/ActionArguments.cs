using Synapse.Runtime.Hosting.Flags;
using Synapse.Runtime.Hosting.Launching;
using Synapse.Wiring;

namespace Synapse.Runtime.Hosting.CommandLine;

/// <summary>
/// The words after <c>run</c> or <c>plan</c>: options, the action's name, then params and options mixed. A param's name wins
/// over an option's there, so that no option ever added here breaks a plugin.
/// </summary>
internal sealed class ActionArguments
{
    private readonly HostContext _host;
    private readonly Verb _verb;
    private readonly List<string> _problems = [];
    private ParamInput _input = new([]);

    private ActionArguments(HostContext host, Verb verb, GivenOptions options)
    {
        _host = host;
        _verb = verb;
        Options = options;
    }

    /// <summary>The action; null when help is asked for without one.</summary>
    public ActionDescriptor? Action { get; private set; }

    public GivenOptions Options { get; }

    public ParamInput Input => _input;

    /// <exception cref="UsageException">The action is missing or unknown, or an option is wrong. Wrong params are left in <see cref="Input"/>.</exception>
    public static ActionArguments Parse(HostContext host, Verb verb, Arguments arguments, GivenOptions options)
    {
        var parsed = new ActionArguments(host, verb, options);
        parsed.ReadAction(arguments);
        if (parsed.Action is { } action)
        {
            parsed._input = new ParamInput(action.Parameters?.Fields ?? []);
            parsed.ReadParams(arguments, action);
        }
        parsed._input.Problems.InsertRange(0, parsed._problems);
        return parsed;
    }

    private void ReadAction(Arguments arguments)
    {
        while (Action is null && arguments.TryTake(out var word))
        {
            if (!FlagWord.IsFlag(word))
            {
                Action = ActionLookup.Find(_host, word);
                continue;
            }
            var flag = FlagWord.Parse(word);
            if (!TakeOption(flag, arguments))
            {
                _problems.Add(IsParam(flag.Name)
                    ? $"{flag.Name} is a param: it stands after the action's name."
                    : $"Unknown option {flag.Name}.{Spelling.DidYouMean(flag.Name, OptionTable.Names(_verb.Options))}");
            }
        }
        if (Action is null && Options is { OnlyFailed: { } run, Help: false } && _problems.Count == 0)
        {
            Action = ActionLookup.Find(_host, RunSnapshot.Read(StatePlace.Find(_host, Options, run)).Row.Action);
        }
        if (Action is null && (!Options.Help || _problems.Count > 0))
        {
            _problems.Add($"{_verb.Name} needs an action: {ActionLookup.Names(_host)}.");
            throw new UsageException($"{_verb.Name}: wrong command line.", _problems, $"See '{_host.Command} {_verb.Name} --help'.");
        }
    }

    private void ReadParams(Arguments arguments, ActionDescriptor action)
    {
        while (arguments.TryTake(out var word))
        {
            if (!FlagWord.IsFlag(word))
            {
                _problems.Add(Unexpected(word));
                continue;
            }
            var flag = FlagWord.Parse(word);
            if (!TakeReserved(flag, arguments) && !TakeParam(flag, arguments) && !TakeOption(flag, arguments))
            {
                _problems.Add(Unknown(flag.Name, action));
                SkipValue(flag, arguments);
            }
        }
    }

    private bool TakeReserved(FlagWord flag, Arguments arguments)
    {
        switch (flag.Name)
        {
            case "--params" when flag.TryTakeValue(arguments, out var file) && file.Length > 0:
                _input.TakeFile(file);
                return true;
            case "--params":
                _input.Problems.Add("--params needs a value: --params FILE, or --params - for standard input.");
                return true;
            case "--set" when flag.TryTakeValue(arguments, out var assignment):
                _input.TakeSet(assignment);
                return true;
            case "--set":
                _input.Problems.Add("--set needs a value: --set NAME=VALUE, for instance --set optimizer.lr=0.1");
                return true;
            case "--help":
                return TakeOption(flag, arguments);
            default:
                return false;
        }
    }

    private bool TakeParam(FlagWord flag, Arguments arguments)
    {
        if (!flag.Name.StartsWith("--", StringComparison.Ordinal))
        {
            return false;
        }
        if (ParamInput.Find(_input.Fields, flag.Name.AsSpan(2)) is not { } field)
        {
            return TakeNegated(flag);
        }
        if (field.Kind == ParamKind.Switch)
        {
            _input.TakeFlag(field, flag.Value ?? "true");
        }
        else if (flag.TryTakeValue(arguments, out var value))
        {
            _input.TakeFlag(field, value);
        }
        else
        {
            _input.Meant(field.Name);
            _input.Problems.Add($"{flag.Name} needs a value: {ParamInput.Allowed(field)}. One that starts with -- is written {flag.Name}=VALUE");
        }
        return true;
    }

    private bool TakeNegated(FlagWord flag)
    {
        const string negation = "--no-";
        if (!flag.Name.StartsWith(negation, StringComparison.Ordinal)
            || ParamInput.Find(_input.Fields, flag.Name.AsSpan(negation.Length)) is not { Kind: ParamKind.Switch } field)
        {
            return false;
        }
        if (flag.Value is null)
        {
            _input.TakeFlag(field, "false");
        }
        else
        {
            _input.Problems.Add($"{flag.Name} takes no value, found '{flag.Value}'. Write {FlagName.Of(field.Name)}={flag.Value}");
        }
        return true;
    }

    private bool TakeOption(FlagWord flag, Arguments arguments)
    {
        if (OptionTable.Find(flag.Name, _verb.Options) is not { } option)
        {
            return false;
        }
        if (Options.Take(option, flag, arguments) is { } problem)
        {
            _problems.Add(problem);
        }
        return true;
    }

    private bool IsParam(string flag) => flag.StartsWith("--", StringComparison.Ordinal)
        && (flag is "--params" or "--set"
            || _host.Plugin.Actions.Any(action => action.Parameters is { } known && ParamInput.Find(known.Fields, flag.AsSpan(2)) is not null));

    private string Unknown(string flag, ActionDescriptor action)
    {
        if (flag.Contains('.', StringComparison.Ordinal))
        {
            return $"Unknown flag {flag}. Parts of an object are given by --set {flag.TrimStart('-')}=VALUE";
        }
        var known = _input.Fields.Select(field => FlagName.Of(field.Name)).ToList();
        var closest = Spelling.Closest(flag, known.Concat(["--params", "--set"]).Concat(OptionTable.Names(_verb.Options)));
        if (closest is not null && known.IndexOf(closest) is >= 0 and var index)
        {
            _input.Meant(_input.Fields[index].Name);
        }
        var question = closest is null ? "" : $" Did you mean '{closest}'?";
        return known.Count == 0 ? $"Unknown flag {flag}: {action.Name} has no params.{question}" : $"Unknown flag {flag}.{question}";
    }

    /// <summary>What follows an unknown flag was probably its value: no problem of its own.</summary>
    private static void SkipValue(FlagWord flag, Arguments arguments) => flag.TryTakeValue(arguments, out _);

    private static string Unexpected(string word)
    {
        var hint = word is "true" or "false" ? $" A switch takes its value with '=': --name={word}" : " Values stand after their flag: --name VALUE";
        return $"Unexpected '{word}'.{hint}";
    }
}
