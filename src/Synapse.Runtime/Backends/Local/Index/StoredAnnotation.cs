using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using Synapse.Backends;
using Synapse.Runtime.Json;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>
/// Annotations as the index keeps them: compact JSON, deflated where it is large. A megabyte of coordinates becomes a tenth
/// of it, which a database holds better than it does the whole.
/// </summary>
internal sealed class StoredAnnotation
{
    private const int MaxPlainBytes = 1024;
    private const int MaxDepth = 1000;

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = MaxDepth };

    private StoredAnnotation(byte[] bytes, bool isDeflated)
    {
        Bytes = bytes;
        IsDeflated = isDeflated;
    }

    public byte[] Bytes { get; }

    public bool IsDeflated { get; }

    /// <exception cref="BackendException">It holds text that is no Unicode.</exception>
    public static StoredAnnotation Of(JsonElement data)
    {
        var text = new ArrayBufferWriter<byte>();
        try
        {
            using var json = new Utf8JsonWriter(text, JsonText.Compact);
            data.WriteTo(json);
        }
        catch (InvalidOperationException e)
        {
            throw new BackendException($"Annotations could not be stored: they hold text that is no Unicode ({e.Message.TrimEnd('.')}). Remove or replace it.", e);
        }

        return text.WrittenCount <= MaxPlainBytes ? new(text.WrittenSpan.ToArray(), false) : new(Deflate(text.WrittenSpan), true);
    }

    /// <summary>Null where there is nothing, which JSON can say in more than one way.</summary>
    public static StoredAnnotation? OfAny(JsonElement? data) =>
        data is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } some ? Of(some) : null;

    /// <param name="stored">As it was kept.</param>
    /// <param name="isDeflated">Whether it is deflated.</param>
    /// <param name="size">Bytes of the text.</param>
    public static JsonElement Read(ReadOnlySpan<byte> stored, bool isDeflated, out int size)
    {
        if (!isDeflated)
        {
            size = stored.Length;
            return JsonElement.Parse(stored, Deep);
        }

        using var zip = new ZLibStream(new MemoryStream(stored.ToArray(), writable: false), CompressionMode.Decompress);
        using var text = new MemoryStream();
        zip.CopyTo(text);
        size = (int)text.Length;
        return JsonElement.Parse(text.GetBuffer().AsSpan(0, size), Deep);
    }

    private static byte[] Deflate(ReadOnlySpan<byte> text)
    {
        using var deflated = new MemoryStream();
        using (var zip = new ZLibStream(deflated, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(text);
        }

        return deflated.ToArray();
    }
}
