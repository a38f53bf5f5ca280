using System.Globalization;

namespace Synapse.Runtime.Journal;

/// <summary>What a step returned: the bytes themselves, or the file that holds them.</summary>
internal sealed record StepOutput(byte[]? Inline, OutputFile? File);

internal sealed record OutputFile(string Name, long Size, string Sha256)
{
    public static OutputFile Parse(string text)
    {
        var parts = text.Split(' ');
        return new OutputFile(parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} {Size} {Sha256}");
}
