namespace Synapse.Runtime.Hosting.CommandLine;

/// <summary>The options that were given.</summary>
internal sealed class RunOptions
{
    private RunOption _given;

    public string? State { get; private set; }

    public bool EventsAsJsonl { get; private set; }

    public OnFailure OnFailure { get; private set; }

    public string? Schema { get; private set; }

    public bool Quiet => Has(RunOption.Quiet);

    public bool Verbose => Has(RunOption.Verbose);

    public bool Yes => Has(RunOption.Yes);

    public bool Force => Has(RunOption.Force);

    public bool NoColor => Has(RunOption.NoColor);

    public bool Follow => Has(RunOption.Follow);

    public bool Json => Has(RunOption.Json);

    public bool Help => Has(RunOption.Help);

    /// <summary>Takes an option, with its value from the flag or the next word. Returns what is wrong with it, or null.</summary>
    public string? Take(RunOptionInfo option, FlagWord flag, Arguments arguments)
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

    private string? TakeValue(RunOptionInfo option, string value)
    {
        switch (option.Option)
        {
            case RunOption.State:
                State = value;
                return null;
            case RunOption.Schema:
                Schema = value;
                return null;
            case RunOption.Events:
                EventsAsJsonl = value == "jsonl";
                return EventsAsJsonl ? null : $"--events knows 'jsonl' only, found '{value}'.";
            case RunOption.OnFailure:
                OnFailure = value switch { "rollback" => OnFailure.Rollback, "keep" => OnFailure.Keep, _ => OnFailure.Default };
                return OnFailure != OnFailure.Default ? null : $"--on-failure is 'rollback' or 'keep', found '{value}'.{Spelling.DidYouMean(value, ["rollback", "keep"])}";
            default:
                return null;
        }
    }

    private bool Has(RunOption option) => (_given & option) != 0;
}
