namespace Synapse.Runtime.Hosting.CommandLine;

/// <summary>The options that were given.</summary>
internal sealed class GivenOptions
{
    private Option _given;

    public string? State { get; private set; }

    public bool EventsAsJsonl { get; private set; }

    public OnFailure OnFailure { get; private set; }

    public string? Schema { get; private set; }

    public bool Quiet => Has(Option.Quiet);

    public bool Verbose => Has(Option.Verbose);

    public bool Yes => Has(Option.Yes);

    public bool Force => Has(Option.Force);

    public bool NoColor => Has(Option.NoColor);

    public bool Follow => Has(Option.Follow);

    public bool Json => Has(Option.Json);

    public bool Help => Has(Option.Help);

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
            default:
                return null;
        }
    }

    private bool Has(Option option) => (_given & option) != 0;
}
