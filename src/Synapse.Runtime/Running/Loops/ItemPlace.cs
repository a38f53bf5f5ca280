namespace Synapse.Runtime.Running.Loops;

/// <summary>The loop item that the current asynchronous flow works on, so that calls in its body know their key.</summary>
internal sealed class ItemPlace(string loop, string key, bool isInDoubt)
{
    private static readonly AsyncLocal<ItemPlace?> Flow = new();

    public static ItemPlace? Current
    {
        get => Flow.Value;
        set => Flow.Value = value;
    }

    public string Key => key;

    /// <summary>Whether an earlier try had begun the item, so that its calls may have been made.</summary>
    public bool IsInDoubt => isInDoubt;

    /// <summary>Part of the keys of what the body does.</summary>
    public string Path { get; } = $"{loop}/{key}";

    public BodyCalls Calls { get; } = new();
}
