namespace Synapse.Runtime.Reporting;

internal static class MessageLevels
{
    public static string ToText(this MessageLevel level) => level switch
    {
        MessageLevel.Debug => "debug",
        MessageLevel.Info => "info",
        MessageLevel.Success => "success",
        MessageLevel.Warning => "warning",
        MessageLevel.Danger => "danger",
        _ => "error",
    };
}
