using System.Globalization;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.CommandLine;

/// <summary>The options that were given.</summary>
internal sealed class GivenOptions
{
    private readonly Dictionary<string, string> _secrets = [];
    private Option _given;

    public string? State { get; private set; }

    public bool EventsAsJsonl { get; private set; }

    public OnFailure OnFailure { get; private set; }

    public string? Schema { get; private set; }

    public TimeSpan? Deadline { get; private set; }

    public Assumption? Assume { get; private set; }

    public string? From { get; private set; }

    /// <summary>The run whose failed items are retried.</summary>
    public string? OnlyFailed { get; private set; }

    /// <summary>References to secrets, by JSON Pointers into the params.</summary>
    public IReadOnlyDictionary<string, string> Secrets => _secrets;

    public TimeSpan? Older { get; private set; }

    public int? KeepLast { get; private set; }

    public string? InState { get; private set; }

    public TimeSpan? Timeout { get; private set; }

    public MessageLevel? Level { get; private set; }

    public string? Step { get; private set; }

    public long? Collection { get; private set; }

    public bool All => Has(Option.All);

    public bool Quiet => Has(Option.Quiet);

    public bool Verbose => Has(Option.Verbose);

    public bool Yes => Has(Option.Yes);

    public bool Force => Has(Option.Force);

    public bool NoColor => Has(Option.NoColor);

    public bool Follow => Has(Option.Follow);

    public bool Json => Has(Option.Json);

    public bool Help => Has(Option.Help);

    public bool DryRun => Has(Option.DryRun);

    /// <summary>Takes an option, with its value from the flag or the next word. Returns what is wrong with it, or null.</summary>
    public string? Take(OptionInfo option, FlagWord flag, Arguments arguments)
    {
        string? value = null;
        if (option.Value is null)
        {
            if (flag.Value is not null)
            {
                return $"{option.Name} takes no value, found '{flag.Value}'.";
            }
        }
        else if (!flag.TryTakeValue(arguments, out value) || value.Length == 0)
        {
            return $"{option.Name} needs a value: {option.Name} {option.Value}";
        }
        if (Has(option.Option) && option is { Value: not null, Option: not Option.Secret })
        {
            return $"{option.Name} is given twice.";
        }
        _given |= option.Option;
        return value is null ? null : TakeValue(option, value);
    }

    private string? TakeValue(OptionInfo option, string value)
    {
        switch (option.Option)
        {
            case Option.State:
                State = value;
                return null;
            case Option.Schema:
                Schema = value;
                return null;
            case Option.Events:
                EventsAsJsonl = value == "jsonl";
                return EventsAsJsonl ? null : $"--events knows 'jsonl' only, found '{value}'.";
            case Option.Deadline:
                Deadline = DurationText.Parse(value) is { Ticks: > 0 } deadline ? deadline : null;
                return Deadline is null ? DurationText.Problem(option.Name, value) : null;
            case Option.Assume:
                Assume = Assumed(value);
                return Assume is not null ? null : $"--assume is 'not-done', or 'done=ID' with the id of what the call created, found '{value}'.";
            case Option.OnFailure:
                OnFailure = value switch { "rollback" => OnFailure.Rollback, "keep" => OnFailure.Keep, _ => OnFailure.Default };
                return OnFailure != OnFailure.Default ? null : $"--on-failure is 'rollback' or 'keep', found '{value}'.{Spelling.DidYouMean(value, ["rollback", "keep"])}";
            case Option.From:
                From = value;
                return null;
            case Option.OnlyFailed:
                OnlyFailed = value;
                return null;
            case Option.Secret:
                return TakeSecret(value);
            case Option.InState:
                InState = value;
                return null;
            case Option.Step:
                Step = value;
                return null;
            case Option.Older:
                Older = DurationText.Parse(value);
                return Older is null ? DurationText.Problem(option.Name, value) : null;
            case Option.Timeout:
                Timeout = DurationText.Parse(value);
                return Timeout is null ? DurationText.Problem(option.Name, value) : null;
            case Option.KeepLast:
                KeepLast = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
                return KeepLast is null ? $"--keep-last is a number of runs, found '{value}'." : null;
            case Option.Collection:
                Collection = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var collection) ? collection : null;
                return Collection is null ? $"--collection is the id of a data collection, found '{value}'." : null;
            case Option.Level:
                Level = MessageLevels.Parse(value);
                return Level is null ? $"--level is one of {string.Join(", ", MessageLevels.Names)}, found '{value}'.{Spelling.DidYouMean(value, MessageLevels.Names)}" : null;
            default:
                return null;
        }
    }

    /// <summary>The options that say how a run is worked on, as a process that goes on with it needs them.</summary>
    public IEnumerable<string> ForResume()
    {
        if (State is { } state)
        {
            yield return "--state";
            yield return state;
        }
        if (EventsAsJsonl)
        {
            yield return "--events";
            yield return "jsonl";
        }
        foreach (var (pointer, reference) in _secrets)
        {
            yield return "--secret";
            yield return $"{pointer}={reference}";
        }
        foreach (var (option, name) in ((Option, string)[])[(Option.Quiet, "--quiet"), (Option.Verbose, "--verbose"), (Option.NoColor, "--no-color"), (Option.Force, "--force")])
        {
            if (Has(option))
            {
                yield return name;
            }
        }
    }

    /// <summary>What follows the name is shown nowhere: it may be the secret itself.</summary>
    private string? TakeSecret(string value)
    {
        var equals = value.IndexOf('=', StringComparison.Ordinal);
        var reference = value[(equals + 1)..];
        if (equals <= 0)
        {
            return "--secret needs a name and where its value is: --secret NAME=env:VAR or --secret NAME=file:PATH";
        }
        if (!reference.StartsWith("env:", StringComparison.Ordinal) && !reference.StartsWith("file:", StringComparison.Ordinal))
        {
            return $"--secret {value[..equals]} never stands on a command line: give env:VAR or file:PATH";
        }
        return _secrets.TryAdd(GivenSecrets.Pointer(value[..equals]), reference) ? null : $"--secret {value[..equals]} is given twice.";
    }

    private static Assumption? Assumed(string value) =>
        value == "not-done" ? Assumption.NotDone
        : value.StartsWith("done=", StringComparison.Ordinal) && long.TryParse(value.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new Assumption(id)
        : null;

    private bool Has(Option option) => (_given & option) != 0;
}
