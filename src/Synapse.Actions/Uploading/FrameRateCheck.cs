using System.Runtime.CompilerServices;
using Synapse.Actions.Uploading.Screening;

namespace Synapse.Actions.Uploading;

/// <summary>Finds videos of variable frame rate with ffprobe, whose beginning is enough. Without ffprobe all pass, which is said once.</summary>
internal sealed class FrameRateCheck(DataCollection collection, UploadContext run)
{
    private const string Program = "ffprobe";
    private const int SampledFrames = 200;

    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    private static readonly HashSet<string> Extensions = new([".mp4", ".avi", ".mov", ".mkv", ".webm", ".flv", ".wmv"], StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _videos = [.. collection.Files.Where(file => file.FileType == "video").Select(file => file.Name)];
    private readonly ProcessOptions _quiet = new() { LogLevel = MessageLevel.Debug };
    private bool _isMissing;
    private int _unclear;
    private string _firstUnclear = "";

    public bool IsNeeded => _videos.Count > 0;

    /// <summary>The groups in their order, each with the reasons why files of it must not be uploaded.</summary>
    public async IAsyncEnumerable<(FileGroup Group, IReadOnlyDictionary<GroupFile, string> Problems)> LookAsync(
        IEnumerable<FileGroup> groups, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var some in groups.Chunk(Environment.ProcessorCount))
        {
            var problems = await Task.WhenAll(some.Select(group => ProblemsAsync(group, ct)));
            foreach (var pair in some.Zip(problems))
            {
                yield return pair;
            }
        }

        if (_isMissing)
        {
            run.Log.Warning("{Program} is not installed, so the frame rate of videos was not checked", Program);
        }

        if (_unclear > 0)
        {
            run.Log.Warning("The frame rate of {Count} videos could not be read; they are uploaded. The first is {Video}", _unclear, _firstUnclear);
        }
    }

    private async Task<IReadOnlyDictionary<GroupFile, string>> ProblemsAsync(FileGroup group, CancellationToken ct)
    {
        var problems = new Dictionary<GroupFile, string>();
        foreach (var file in group.Files.Where(file => _videos.Contains(file.Specification) && Extensions.Contains(Path.GetExtension(file.Path))))
        {
            if (await ProblemAsync(file.Path, ct) is { } problem)
            {
                problems.Add(file, problem);
            }
        }

        return problems;
    }

    private async Task<string?> ProblemAsync(string path, CancellationToken ct)
    {
        if (Volatile.Read(ref _isMissing))
        {
            return null;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Timeout);
        try
        {
            // The path is absolute, so that no name is taken for an option.
            var probed = await run.RunProcessAsync(
                Program, ["-v", "error", "-select_streams", "v:0", "-read_intervals", $"%+#{SampledFrames}", "-show_entries", "packet=pts_time", "-of", "csv=p=0", path], _quiet, limit.Token);
            return FrameRates.Problem(probed.StandardOutput);
        }
        catch (ProcessException e) when (e.Result is null)
        {
            Volatile.Write(ref _isMissing, true);
        }
        catch (ProcessException e)
        {
            AddUnclear($"{path}: {e.Result!.StandardError.Trim()}");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            AddUnclear($"{path}: {Program} took longer than {Timeout.TotalSeconds} s");
        }

        return null;
    }

    private void AddUnclear(string what)
    {
        if (Interlocked.Increment(ref _unclear) == 1)
        {
            _firstUnclear = what;
        }
    }
}
