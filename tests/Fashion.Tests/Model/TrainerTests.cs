namespace Fashion.Tests;

public class TrainerTests
{
    private static readonly TrainerOptions Odd = new() { Epochs = 4, BatchSize = 7 };

    [Fact]
    public void Training_learns()
    {
        var images = Pictures.Bars(60);
        var trainer = Start(images, new() { Epochs = 15, BatchSize = 8, Augment = false });
        TrainToTheEnd(trainer);

        Assert.Equal(1, trainer.Network.Evaluate(images).Accuracy);
    }

    [Fact]
    public void Loss_falls()
    {
        var trainer = Start(Pictures.Bars(60), new() { Epochs = 5, BatchSize = 8 });
        var results = TrainToTheEnd(trainer);

        Assert.True(results[^1].Loss < results[0].Loss, string.Join(", ", results));
    }

    [Fact]
    public void Learning_rate_falls_to_almost_zero()
    {
        var results = TrainToTheEnd(Start(Pictures.Bars(20), new() { Epochs = 4, BatchSize = 2 }));

        Assert.Equal(results.Select(r => r.LearningRate).OrderDescending(), results.Select(r => r.LearningRate));
        Assert.InRange(results[^1].LearningRate, 0, 0.001f);
    }

    [Fact]
    public void Epochs_are_numbered_from_one() =>
        Assert.Equal([1, 2, 3, 4], TrainToTheEnd(Start(Pictures.Bars(10), Odd)).Select(result => result.Epoch));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(45)]
    [InlineData(100)]
    public void Same_seed_gives_the_same_bits(int batchSize)
    {
        var options = Odd with { Epochs = 2, BatchSize = batchSize };
        Trainer first = Start(Pictures.Bars(45), options), second = Start(Pictures.Bars(45), options);
        TrainToTheEnd(first);
        TrainToTheEnd(second);

        Assert.Equal(first.Network.Parameters, second.Network.Parameters);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Resumed_training_gives_the_same_bits(int epochsBefore)
    {
        var images = Pictures.Bars(45);
        var straight = Start(images, Odd);
        TrainToTheEnd(straight);
        var stopped = Start(images, Odd);
        for (var epoch = 0; epoch < epochsBefore; epoch++)
        {
            stopped.TrainEpoch();
        }

        var resumed = Trainer.LoadState(Saved(stopped), Pictures.Bars(45));
        TrainToTheEnd(resumed);

        Assert.Equal(straight.Network.Parameters, resumed.Network.Parameters);
    }

    [Fact]
    public void State_keeps_epoch_and_options()
    {
        var options = new TrainerOptions
        {
            Epochs = 3, BatchSize = 9, LearningRate = 0.01f, Momentum = 0.8f, WeightDecay = 0.002f, Augment = false, Seed = ulong.MaxValue,
        };
        var trainer = Start(Pictures.Bars(10), options);
        trainer.TrainEpoch();

        var loaded = Trainer.LoadState(Saved(trainer), Pictures.Bars(10));

        Assert.Equal((1, options), (loaded.Epoch, loaded.Options));
    }

    [Fact]
    public void State_of_other_images_is_refused() =>
        Assert.Equal(
            "The training state cannot be read: it is of other training images.",
            Assert.Throws<InvalidDataException>(() => Trainer.LoadState(Saved(Start(Pictures.Bars(10), Odd)), Pictures.Bars(10, seed: 2))).Message);

    [Fact]
    public void Model_is_no_training_state()
    {
        var model = new MemoryStream();
        Network.Create(1, 4).Save(model);
        model.Position = 0;

        Assert.Equal(
            "The training state cannot be read: it does not start with \"FashRun\".",
            Assert.Throws<InvalidDataException>(() => Trainer.LoadState(model, Pictures.Bars(10))).Message);
    }

    [Fact]
    public void Cancelled_epoch_throws() =>
        Assert.Throws<OperationCanceledException>(() => Start(Pictures.Bars(10), Odd).TrainEpoch(new CancellationToken(canceled: true)));

    [Fact]
    public void Cancellation_stops_both_threads_within_an_epoch()
    {
        var trainer = Start(Pictures.Bars(500), new() { Epochs = int.MaxValue, BatchSize = 1 });
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        Assert.Throws<OperationCanceledException>(() =>
        {
            while (!trainer.Finished)
            {
                trainer.TrainEpoch(stop.Token);
            }
        });
        Assert.Throws<InvalidOperationException>(() => trainer.SaveState(Stream.Null));
    }

    [Fact]
    public void Cancelled_epoch_does_not_count() => Assert.Equal(0, Cancelled().Epoch);

    [Fact]
    public void Cancelled_trainer_trains_no_more() => Assert.Throws<InvalidOperationException>(() => Cancelled().TrainEpoch());

    [Fact]
    public void Cancelled_trainer_saves_no_state()
    {
        var file = new MemoryStream();

        Assert.Throws<InvalidOperationException>(() => Cancelled().SaveState(file));
        Assert.Equal(0, file.Length);
    }

    [Fact]
    public void Finished_trainer_trains_no_more()
    {
        var trainer = Start(Pictures.Bars(10), Odd with { Epochs = 1 });
        trainer.TrainEpoch();

        Assert.True(trainer.Finished);
        Assert.Throws<InvalidOperationException>(() => trainer.TrainEpoch());
    }

    [Fact]
    public void No_images_are_refused() => Assert.Throws<ArgumentException>(() => Start(Pictures.Bars(0), Odd));

    [Fact]
    public void Options_without_sense_are_refused() =>
        Assert.All(
            new[]
            {
                Odd with { Epochs = 0 }, Odd with { BatchSize = 0 }, Odd with { BatchSize = 4097 }, Odd with { LearningRate = 0 },
                Odd with { Momentum = -0.1f }, Odd with { Momentum = 1 }, Odd with { WeightDecay = -1 },
            },
            options => Assert.Throws<ArgumentOutOfRangeException>(() => Start(Pictures.Bars(10), options)));

    private static Trainer Start(ImageSet images, TrainerOptions options) => new(Network.Create(1, 16, 8), images, options);

    private static List<EpochResult> TrainToTheEnd(Trainer trainer)
    {
        var results = new List<EpochResult>();
        while (!trainer.Finished)
        {
            results.Add(trainer.TrainEpoch());
        }
        return results;
    }

    private static Trainer Cancelled()
    {
        var trainer = Start(Pictures.Bars(10), Odd);
        Assert.Throws<OperationCanceledException>(() => trainer.TrainEpoch(new CancellationToken(canceled: true)));
        return trainer;
    }

    private static MemoryStream Saved(Trainer trainer)
    {
        var file = new MemoryStream();
        trainer.SaveState(file);
        file.Position = 0;
        return file;
    }
}
