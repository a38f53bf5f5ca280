using System.Globalization;

namespace Synapse.Actions.Uploading;

/// <summary>Files of groups that become no data unit.</summary>
/// <param name="Key">The group's key.</param>
/// <param name="Files">Its files on the backend.</param>
internal sealed record IncompleteGroup(string Key, IReadOnlyList<DataFile> Files);

/// <summary>Takes such files off the backend again, and knows which could not be: an upload does not fail because of them.</summary>
internal sealed class LeftFiles
{
    private readonly Dictionary<string, string> _left;

    private LeftFiles(Dictionary<string, string> left) => _left = left;

    /// <param name="groups">The groups.</param>
    /// <param name="name">Of the loop that deletes them.</param>
    /// <param name="p">How often to try.</param>
    /// <param name="run">The upload.</param>
    /// <param name="ct">Stops deleting.</param>
    public static async Task<LeftFiles> DeleteAsync(IEnumerable<IncompleteGroup> groups, string name, UploadParams p, UploadContext run, CancellationToken ct)
    {
        var options = new ForEachOptions { Name = name, Parallelism = p.UploadMaxWorkers, Retries = p.UploadMaxRetries, AllowedFailures = int.MaxValue };
        var failures = await run.ForEachAsync(groups, group => group.Key, (group, token) => DeleteAsync(group.Files, run, token), options, ct);
        if (failures.Count == 0)
        {
            return new([]);
        }

        var files = groups.ToDictionary(group => group.Key, group => group.Files, StringComparer.Ordinal);
        run.Log.Warning("Files of {Count} data units stay on the backend without one; the report names them. The first could not be deleted because {Cause}", failures.Count, failures[0].Message);
        return new(failures.ToDictionary(failure => failure.Key, failure => Text(files.GetValueOrDefault(failure.Key) ?? [], failure.Message), StringComparer.Ordinal));
    }

    public static async Task DeleteAsync(IEnumerable<DataFile> files, UploadContext run, CancellationToken ct)
    {
        foreach (var file in files)
        {
            await run.Backend.DataFiles.DeleteAsync(file.Id, ct);
        }
    }

    /// <summary>What of a group is still on the backend, as the end of a reason; empty if nothing is.</summary>
    public string Of(string key) => _left.GetValueOrDefault(key, "");

    private static string Text(IReadOnlyList<DataFile> files, string cause) =>
        $" On the backend without a data unit: {string.Join(", ", files.Select(file => string.Create(CultureInfo.InvariantCulture, $"file {file.Id} ({file.Name})")))}, which could not be deleted: {cause}";
}
