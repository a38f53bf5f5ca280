using System.Globalization;

namespace Synapse.Runtime.Journal;

/// <summary>What a step returned: the bytes themselves, or the file that holds them.</summary>
internal sealed record StepOutput(byte[]? Inline, OutputFile? File);

internal sealed record OutputFile(string Name, long Size, string Sha256)
{
    public static OutputFile Parse(string text)
    {
        return text.Split(' ') is [var name, var size, var sha256]
            ? new OutputFile(name, long.Parse(size, CultureInfo.InvariantCulture), sha256)
            : throw new FormatException($"'{text}' names no output file");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} {Size} {Sha256}");
}
