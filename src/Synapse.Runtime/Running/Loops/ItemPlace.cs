namespace Synapse.Runtime.Running.Loops;

/// <summary>The loop item that the current asynchronous flow works on, so that calls in its body know their key.</summary>
internal sealed class ItemPlace(string loop, string key)
{
    private static readonly AsyncLocal<ItemPlace?> Flow = new();

    public static ItemPlace? Current
    {
        get => Flow.Value;
        set => Flow.Value = value;
    }

    public string Key => key;

    /// <summary>Part of the keys of what the body does.</summary>
    public string Path { get; } = $"{loop}/{key}";

    public CallCounter Calls { get; } = new();
}
