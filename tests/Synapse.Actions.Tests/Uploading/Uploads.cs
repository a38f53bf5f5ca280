[assembly: Synapse.SynapsePlugin("uploads")]

namespace Synapse.Actions.Tests.Uploading;

/// <summary>All there is to write for an upload.</summary>
[UploadAction, UseSteps<StandardUpload>]
public sealed partial class Upload;

/// <summary>Parameters of an author's own beside the standard ones.</summary>
[Params]
public sealed partial record DayParams : UploadParams
{
    /// <summary>Start of the file names to upload.</summary>
    public required string Day { get; init; }
}

/// <summary>A filter between the standard steps, with params of its own.</summary>
[UploadAction(Name = "upload-day"), UseSteps<StandardUpload>]
public sealed partial class UploadDay
{
    [Step(After = nameof(StandardUpload.OrganizeFiles))]
    static DurableList<FileGroup> OnlyDay(DurableList<FileGroup> groups, DayParams p) => new([.. groups.Where(group => group.Key.StartsWith(p.Day, StringComparison.Ordinal))]);
}

/// <summary>A standard step replaced, and one that fails after all others.</summary>
[UploadAction(Name = "upload-and-fail"), UseSteps<StandardUpload>]
public sealed partial class UploadAndFail
{
    [Step(After = nameof(StandardUpload.GenerateDataUnits))]
    static void Fail(DurableList<CreatedUnits> created) => throw new InvalidOperationException($"failed after {created.Count} batches");
}

/// <summary>Loses a file between finding and sending it.</summary>
[UploadAction(Name = "upload-and-lose"), UseSteps<StandardUpload>]
public sealed partial class UploadAndLose
{
    [Step(After = nameof(StandardUpload.ValidateFiles))]
    static void Lose(DurableList<FileGroup> groups) => File.Delete(groups.First().Files[0].Path);
}
