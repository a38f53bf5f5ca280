using System.Globalization;

namespace Synapse.Runtime.Processes;

/// <summary>What went wrong with a program, for people.</summary>
internal static class ProcessFailure
{
    private const int LinesShown = 10;
    private const int LongestShown = 300;

    public static ProcessException Ended(string program, ProcessResult result, OutputLog log)
    {
        var code = result.ExitCode.ToString(CultureInfo.InvariantCulture);
        var how = OperatingSystem.IsWindows() || SignalName.Of(result.ExitCode) is not { } signal
            ? $"ended with exit code {code}"
            : $"ended with exit code {code} ({signal})";
        var (name, said) = log.Error.Last(1).Any() ? ("error", log.Error) : ("output", log.Output);
        var lines = said.Last(LinesShown).Select(Shown).ToList();
        return new ProcessException(
            lines.Count == 0
                ? $"Program '{program}' {how} and wrote nothing."
                : $"Program '{program}' {how}. The last of its standard {name}:\n{string.Join('\n', lines)}",
            program,
            result);
    }

    public static ProcessException NotStarted(string program, string why, Exception? cause = null) =>
        new($"Program '{program}' could not be started: {why}.", program, innerException: cause);

    private static string Shown(string line) => line.Length <= LongestShown ? line : line[..LongestShown] + "…";
}
