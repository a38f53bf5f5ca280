namespace Synapse.Hosting.Tests.Fixture;

/// <summary>Writes over parts of a database, as a failing disk would.</summary>
internal static class Damage
{
    private const int PageSize = 4096;

    /// <summary>All pages from one on; they count from 1.</summary>
    public static void Pages(string database, int from)
    {
        var bytes = File.ReadAllBytes(database);
        bytes.AsSpan((from - 1) * PageSize).Fill(0x5a);
        File.WriteAllBytes(database, bytes);
    }

    public static void Page(string database, int number)
    {
        var bytes = File.ReadAllBytes(database);
        bytes.AsSpan((number - 1) * PageSize, PageSize).Fill(0x5a);
        File.WriteAllBytes(database, bytes);
    }

    /// <summary>One page that holds a text.</summary>
    public static void PageWith(string database, ReadOnlySpan<byte> text)
    {
        var bytes = File.ReadAllBytes(database);
        var at = bytes.AsSpan().LastIndexOf(text);
        Assert.True(at >= 0, "the text is in no page");
        bytes.AsSpan(at / PageSize * PageSize, PageSize).Fill(0x5a);
        File.WriteAllBytes(database, bytes);
    }
}
