using System.Globalization;
using Synapse.Runtime.Reporting;

namespace Synapse.Runtime.Hosting.CommandLine;

/// <summary>The options that were given.</summary>
internal sealed class GivenOptions
{
    private Option _given;

    public string? State { get; private set; }

    public bool EventsAsJsonl { get; private set; }

    public OnFailure OnFailure { get; private set; }

    public string? Schema { get; private set; }

    public string? From { get; private set; }

    public TimeSpan? Older { get; private set; }

    public int? KeepLast { get; private set; }

    public string? InState { get; private set; }

    public TimeSpan? Timeout { get; private set; }

    public MessageLevel? Level { get; private set; }

    public string? Step { get; private set; }

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
        if (Has(option.Option) && option.Value is not null)
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
            case Option.OnFailure:
                OnFailure = value switch { "rollback" => OnFailure.Rollback, "keep" => OnFailure.Keep, _ => OnFailure.Default };
                return OnFailure != OnFailure.Default ? null : $"--on-failure is 'rollback' or 'keep', found '{value}'.{Spelling.DidYouMean(value, ["rollback", "keep"])}";
            case Option.From:
                From = value;
                return null;
            case Option.InState:
                InState = value;
                return null;
            case Option.Step:
                Step = value;
                return null;
            case Option.Older:
                Older = TimeText.Parse(value);
                return Older is null ? TimeText.Problem(option.Name, value) : null;
            case Option.Timeout:
                Timeout = TimeText.Parse(value);
                return Timeout is null ? TimeText.Problem(option.Name, value) : null;
            case Option.KeepLast:
                KeepLast = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
                return KeepLast is null ? $"--keep-last is a number of runs, found '{value}'." : null;
            case Option.Level:
                Level = MessageLevels.Parse(value);
                return Level is null ? $"--level is one of {string.Join(", ", MessageLevels.Names)}, found '{value}'.{Spelling.DidYouMean(value, MessageLevels.Names)}" : null;
            default:
                return null;
        }
    }

    private bool Has(Option option) => (_given & option) != 0;
}
