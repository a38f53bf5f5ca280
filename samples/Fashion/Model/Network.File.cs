namespace Fashion;

/// <summary>The model file: shape, then parameters.</summary>
internal sealed partial class Network
{
    private static readonly FileKind kind = new("FashNet", "Fashion model", Version: 1);

    public void Save(Stream stream) => kind.Write(stream, Write);

    /// <exception cref="InvalidDataException">The file is not a model, of another version, truncated or corrupt.</exception>
    public static Network Load(Stream stream) => kind.Read(stream, Read);

    internal void Write(BinaryWriter writer)
    {
        writer.Write(Shape.Length);
        foreach (var width in Shape)
        {
            writer.Write(width);
        }
        writer.WriteFloats(Parameters);
    }

    internal static Network Read(BinaryReader reader)
    {
        var length = reader.ReadInt32();
        if (length is < 2 or > 10)
        {
            throw new InvalidDataException($"a network of {length} layers is not supported");
        }
        var shape = new int[length];
        foreach (ref var width in shape.AsSpan())
        {
            width = reader.ReadInt32();
        }
        if (shape[0] != ImageSet.Size || shape[^1] != Labels.Count || shape.AsSpan().ContainsAnyExceptInRange(1, MaxWidth))
        {
            throw new InvalidDataException($"its shape {string.Join('-', shape)} is not from {ImageSet.Size} pixels to {Labels.Count} classes");
        }
        var network = new Network(shape);
        reader.ReadFloats(network.Parameters);
        return network;
    }
}
