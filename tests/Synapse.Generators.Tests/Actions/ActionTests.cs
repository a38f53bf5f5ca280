using Synapse.Generators.Tests.Harness;

namespace Synapse.Generators.Tests.Actions;

public sealed class ActionTests
{
    private const string Upload = """
        using Synapse;
        using Synapse.Backends;

        [assembly: SynapsePlugin("fashion", Name = "Fashion classifier", Category = PluginCategory.NeuralNet)]

        namespace Shop;

        public sealed record Found(string Path, int Label);

        public sealed record Uploaded(int Files);

        /// <summary>Uploads a folder.</summary>
        [UploadAction]
        public sealed partial class Upload
        {
            [Step]
            async IAsyncEnumerable<Found> Discover(UploadContext run)
            {
                await Task.Yield();
                yield return new("a", 1);
            }

            [Step(Weight = 8, Rollback = nameof(Delete), SkipWhen = nameof(NothingFound))]
            async Task<DurableList<DataFile>> Send(DurableList<Found> files, UploadContext run, CancellationToken ct)
                => await run.ForEachAsync(files, f => f.Path, (f, ct) => run.UploadFileAsync(new SourceFile(f.Path, f.Path), ct), parallelism: 8, ct: ct);

            string? NothingFound(DurableList<Found> files) => files.Count == 0 ? "no files" : null;

            async Task Delete(DurableList<DataFile> sent, UploadContext run, CancellationToken ct) => await Task.Yield();

            [Step]
            Uploaded Generate(DurableList<DataFile>? sent, UploadContext run) => new(sent?.Count ?? 0);
        }
        """;

    [Fact]
    public void Stepped_action_gets_plan_constants_and_descriptor() => Snap.Match(GeneratorTest.Run(Upload));
}
