using System.Globalization;

namespace Synapse.Runtime.Journal;

/// <summary>A run's name: a UUIDv7, so that names sort by start. People see and type its last eight digits.</summary>
internal readonly record struct RunId(Guid Value)
{
    private const int ShortLength = 8;

    public string Short => Text[^ShortLength..];

    public string Text => Value.ToString("D", CultureInfo.InvariantCulture);

    public static RunId New() => new(Guid.CreateVersion7());

    public static bool TryParse(string text, out RunId id)
    {
        var valid = Guid.TryParseExact(text, "D", out var value);
        id = new RunId(value);
        return valid;
    }

    public override string ToString() => Text;
}
