using System.Globalization;
using Synapse.Generators.Rules;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>Whether retries, delay and timeout of a step are numbers that something can be done with.</summary>
internal static class StepPolicyCheck
{
    private const double LongestSeconds = 30 * 24 * 60 * 60;
    private const int MostRetries = 1000;

    public static void Report(StepSource step, Verdict verdict)
    {
        if (step.Retries is < 0 or > MostRetries)
        {
            Say("Retries", step.Retries, $"0 to {MostRetries}");
        }

        if (!(step.RetryDelaySeconds >= 0 && step.RetryDelaySeconds <= LongestSeconds))
        {
            Say("RetryDelaySeconds", step.RetryDelaySeconds, "0 to 30 days");
        }

        if (!(step.TimeoutSeconds >= 0 && step.TimeoutSeconds <= LongestSeconds))
        {
            Say("TimeoutSeconds", step.TimeoutSeconds, "0 (no limit) to 30 days");
        }

        void Say(string setting, double value, string allowed) => verdict.Report(
            StepRules.StepPolicyOutOfRange, step.AtSetting(setting), setting, value.ToString(CultureInfo.InvariantCulture), step.Name, allowed);
    }
}
