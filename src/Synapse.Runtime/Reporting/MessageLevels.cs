namespace Synapse.Runtime.Reporting;

/// <summary>Levels of messages as events and options write them, least first.</summary>
internal static class MessageLevels
{
    public static readonly IReadOnlyList<string> Names = ["debug", "info", "success", "warning", "danger", "error"];

    public static string ToText(this MessageLevel level) => level switch
    {
        MessageLevel.Debug => "debug",
        MessageLevel.Info => "info",
        MessageLevel.Success => "success",
        MessageLevel.Warning => "warning",
        MessageLevel.Danger => "danger",
        _ => "error",
    };

    public static MessageLevel? Parse(string? text) => text switch
    {
        "debug" => MessageLevel.Debug,
        "info" => MessageLevel.Info,
        "success" => MessageLevel.Success,
        "warning" => MessageLevel.Warning,
        "danger" => MessageLevel.Danger,
        "error" => MessageLevel.Error,
        _ => null,
    };
}
