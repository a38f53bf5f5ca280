namespace Synapse.Runtime.Reporting;

/// <summary>Signs and colours that the output can show.</summary>
internal sealed class Look(bool color, bool unicode)
{
    private const string Reset = "\e[0m";

    public bool Unicode { get; } = unicode;

    public string Done => Green(Unicode ? "✓" : "ok");

    public string Failed => Red(Unicode ? "✗" : "failed");

    public string Skipped => Dim(Unicode ? "–" : "-");

    public string Undone => Yellow(Unicode ? "↩" : "undone");

    public string Stopped => Yellow(Unicode ? "■" : "stopped");

    public string Green(string text) => Paint("\e[32m", text);

    public string Red(string text) => Paint("\e[31m", text);

    public string Yellow(string text) => Paint("\e[33m", text);

    public string Bold(string text) => Paint("\e[1m", text);

    public string Dim(string text) => Paint("\e[2m", text);

    public string Message(MessageLevel level, string text) => level switch
    {
        MessageLevel.Debug => Dim(text),
        MessageLevel.Success => Green(text),
        MessageLevel.Warning => Yellow(text),
        MessageLevel.Danger or MessageLevel.Error => Red(text),
        _ => text,
    };

    private string Paint(string code, string text) => color ? code + text + Reset : text;
}
