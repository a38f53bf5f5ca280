using Synapse.Wiring;
using Fashion.Tests;

[assembly: AssemblyFixture(typeof(TrainedPlatform))]

namespace Fashion.Tests;

/// <summary>A platform with a dataset of 60 training and 20 test images, and a model trained on it. Tests only read it.</summary>
public sealed class TrainedPlatform : IAsyncLifetime
{
    private readonly TemporaryFolder _images = new();

    public TestPlatform Platform { get; } = new();

    public string Images => _images.Path;

    public ActionRun<UploadResult> Upload { get; private set; } = null!;

    public ActionRun<TrainResult> Train { get; private set; } = null!;

    public long Dataset => Upload.Result!.Dataset!.Value;

    public long Model => Train.Result!.Model.Id;

    /// <summary>An action to which a last step was added that fails.</summary>
    public static ActionDescriptor<TParams, TResult> Failing<TParams, TResult>(ActionDescriptor<TParams, TResult> action) => new()
    {
        Name = action.Name,
        TypeName = action.TypeName,
        Kind = action.Kind,
        OnFailure = action.OnFailure,
        IsStepped = action.IsStepped,
        Params = action.Params,
        RegisterCodecs = action.RegisterCodecs,
        Steps =
        [
            .. action.Steps,
            new() { Name = "fail", Method = "Fail", Fingerprint = "() -> nothing", Run = _ => throw new InvalidOperationException("fails at the end") },
        ],
    };

    /// <summary>Writes some images of the sample's data set as a folder to upload.</summary>
    public static void Unpack(string folder, int train, int test)
    {
        var files = FashionFolder.Unpack(Idx.Data, folder, Math.Max(train, test));
        var kept = files.Where(f => f.Split == "train").Take(train).Concat(files.Where(f => f.Split == "test").Take(test));
        File.WriteAllLines(
            Path.Combine(folder, FashionFolder.LabelsFile),
            kept.Select(f => $"{f.File},{Labels.Names[f.Label]},{f.Split}").Prepend(FashionFolder.Header));
    }

    public async ValueTask InitializeAsync()
    {
        Unpack(Images, train: 60, test: 20);
        Upload = await Platform.RunAsync(global::Fashion.Upload.Descriptor, new UploadParams { Path = Images, Dataset = "sixty" });
        Train = await Platform.RunAsync(global::Fashion.Train.Descriptor, new TrainParams { Dataset = Dataset, Epochs = 2, BatchSize = 16 });
    }

    public ValueTask DisposeAsync()
    {
        Platform.Dispose();
        _images.Dispose();
        return ValueTask.CompletedTask;
    }
}
