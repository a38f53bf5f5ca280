namespace Fashion;

/// <summary>
/// The state file of a training between two epochs. Going on from it gives the same bits as never having stopped;
/// shuffling and augmentation follow from seed and epoch alone.
/// </summary>
internal sealed partial class Trainer
{
    private static readonly FileKind kind = new("FashRun", "training state", Version: 1);

    public void SaveState(Stream stream)
    {
        ThrowIfInterrupted();
        kind.Write(stream, WriteState);
    }

    /// <summary>A trainer that goes on where <see cref="SaveState"/> was called, with the options of then.</summary>
    /// <exception cref="InvalidDataException">The file is no state, broken, or of other training images.</exception>
    public static Trainer LoadState(Stream stream, ImageSet images) => kind.Read(stream, reader =>
    {
        if (reader.ReadUInt32() != images.Fingerprint)
        {
            throw new InvalidDataException("it is of other training images");
        }
        var epoch = reader.ReadInt32();
        var options = new TrainerOptions
        {
            Epochs = reader.ReadInt32(),
            BatchSize = reader.ReadInt32(),
            LearningRate = reader.ReadSingle(),
            Momentum = reader.ReadSingle(),
            WeightDecay = reader.ReadSingle(),
            Augment = reader.ReadBoolean(),
            Seed = reader.ReadUInt64(),
        };
        var network = Network.Read(reader);
        var optimizer = new Optimizer(network, options);
        reader.ReadFloats(optimizer.Velocity);
        return new Trainer(network, images, options, optimizer) { Epoch = epoch };
    });

    private void WriteState(BinaryWriter writer)
    {
        writer.Write(images.Fingerprint);
        writer.Write(Epoch);
        writer.Write(Options.Epochs);
        writer.Write(Options.BatchSize);
        writer.Write(Options.LearningRate);
        writer.Write(Options.Momentum);
        writer.Write(Options.WeightDecay);
        writer.Write(Options.Augment);
        writer.Write(Options.Seed);
        Network.Write(writer);
        writer.WriteFloats(optimizer.Velocity);
    }
}
