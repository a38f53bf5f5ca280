namespace Fashion;

/// <summary>The ten classes. A label is an index into <see cref="Names"/>.</summary>
internal static class Labels
{
    public const int Count = 10;

    private static readonly string[] names =
    [
        "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat",
        "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
    ];

    public static IReadOnlyList<string> Names => names;

    /// <summary>The label of a class name, or -1.</summary>
    public static int IndexOf(string name) => Array.IndexOf(names, name);
}
