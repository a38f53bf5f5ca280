using System.Runtime.ExceptionServices;

namespace Fashion;

/// <summary>What an epoch gave: loss and accuracy are those on the training images as they were shown.</summary>
internal readonly record struct EpochResult(int Epoch, double Loss, double Accuracy, float LearningRate);

/// <summary>
/// Trains a network by mini-batch gradient descent. Each batch is cut into a fixed number of shards, each with a thread:
/// as the cut and the order of every sum do not depend on the machine's cores, nor does the result.
/// </summary>
internal sealed partial class Trainer
{
    private const int ShardCount = 2;

    private readonly ImageSet images;
    private readonly Optimizer optimizer;
    private readonly Shard[] shards = new Shard[ShardCount];
    private readonly int[] order;
    private bool interrupted; // in the midst of an epoch

    public Trainer(Network network, ImageSet images, TrainerOptions options)
        : this(network, images, options, new Optimizer(network, options))
    {
    }

    private Trainer(Network network, ImageSet images, TrainerOptions options, Optimizer optimizer)
    {
        options.Check();
        if (images.Count == 0)
        {
            throw new ArgumentException("There are no images to train on.", nameof(images));
        }
        (Network, Options, this.images, this.optimizer) = (network, options, images, optimizer);
        order = new int[images.Count];
        for (var s = 0; s < ShardCount; s++)
        {
            shards[s] = new Shard(network, images, options, capacity: (options.BatchSize / ShardCount) + 1);
        }
    }

    public Network Network { get; }

    public TrainerOptions Options { get; }

    /// <summary>How many epochs are done.</summary>
    public int Epoch { get; private set; }

    public bool Finished => Epoch >= Options.Epochs;

    private int Batches => (images.Count + Options.BatchSize - 1) / Options.BatchSize;

    /// <summary>Trains one epoch. If it is cancelled, this trainer is of no more use: go on from the last saved state.</summary>
    public EpochResult TrainEpoch(CancellationToken ct = default)
    {
        ThrowIfInterrupted();
        if (Finished)
        {
            throw new InvalidOperationException($"All {Options.Epochs} epochs are done.");
        }
        ShuffleImages();
        interrupted = true;
        RunShards(ct);
        interrupted = false;
        Epoch++;
        return new EpochResult(
            Epoch,
            Loss: shards.Sum(s => s.Loss) / images.Count,
            Accuracy: (double)shards.Sum(s => s.Correct) / images.Count,
            LearningRate: LearningRate(batch: Batches - 1, epoch: Epoch - 1));
    }

    private void ThrowIfInterrupted()
    {
        if (interrupted)
        {
            throw new InvalidOperationException("An epoch was interrupted, so the network is in an undefined state; load the last saved state.");
        }
    }

    private void ShuffleImages()
    {
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }
        SplitMix.For(Options.Seed, (ulong)Epoch + 1).Shuffle(order);
    }

    private void RunShards(CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var barrier = new Barrier(ShardCount);
        var tasks = new Task[ShardCount];
        for (var s = 0; s < ShardCount; s++)
        {
            var shard = s;
            // Each needs a thread of its own: they wait for each other, which a busy pool might not let them.
            tasks[s] = Task.Factory.StartNew(
                () => RunShard(shard, barrier, stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        try
        {
            Task.WaitAll(tasks, CancellationToken.None);
        }
        catch (AggregateException e)
        {
            ct.ThrowIfCancellationRequested();
            // One shard failed, the other was stopped for it.
            ExceptionDispatchInfo.Throw(e.InnerExceptions.First(inner => inner is not OperationCanceledException));
        }
    }

    /// <summary>All batches of an epoch as one thread sees them: its images of each batch, then its part of the parameters.</summary>
    private void RunShard(int index, Barrier barrier, CancellationTokenSource stop)
    {
        try
        {
            var shard = shards[index];
            shard.StartEpoch(Epoch);
            for (var batch = 0; batch < Batches; batch++)
            {
                var start = batch * Options.BatchSize;
                var size = Math.Min(Options.BatchSize, order.Length - start);
                shard.Train(order.AsSpan(start, size)[Part(size, index)], batchSize: size);
                barrier.SignalAndWait(stop.Token); // all gradients are there
                optimizer.Step(Part(optimizer.Length, index), shards, LearningRate(batch, Epoch));
                barrier.SignalAndWait(stop.Token); // all parameters are new
            }
        }
        catch
        {
            stop.Cancel(); // or the other shards would wait for this one forever
            throw;
        }
    }

    private static Range Part(int length, int shard) => (length * shard / ShardCount)..(length * (shard + 1) / ShardCount);

    /// <summary>Half a cosine from the highest rate to zero.</summary>
    private float LearningRate(int batch, int epoch)
    {
        var done = (epoch + ((double)batch / Batches)) / Options.Epochs;
        return (float)(Options.LearningRate * 0.5 * (1 + Math.Cos(Math.PI * done)));
    }
}
