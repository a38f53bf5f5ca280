using System.Globalization;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Backends.Local.Serving;

namespace Synapse.Runtime.Hosting.Verbs.Local;

/// <summary>One thing as a row of a list.</summary>
internal static class LocalCells
{
    public static string[] Of(DataFile file) => [Text(file.Id), file.Name, Text(file.Size), file.Checksum];

    public static string[] Of(DataCollection collection) =>
        [Text(collection.Id), collection.Name, string.Join("  ", collection.Files.Select(SpecificationWord.Write))];

    public static string[] Of(Storage storage) => [Text(storage.Id), storage.Name, storage.Path];

    public static string[] Of(DataUnit unit) =>
    [
        Text(unit.Id),
        unit.Collection is { } collection ? Text(collection) : "",
        unit.Meta.GetValueOrDefault("data_unit_key", ""),
        string.Join(", ", unit.Files.Select(file => $"{file.Key} {Text(file.Value)}")),
        string.Join(", ", unit.Groups),
    ];

    public static string[] Of(Project project) => [Text(project.Id), project.Name, Text(project.DataCollection)];

    public static string[] Of(TaskItem task) =>
        [Text(task.Id), Text(task.Project), Text(task.DataUnit), Word(task.LabelStatus), Word(task.ReviewStatus), task.PrimaryFile?.Name ?? ""];

    public static string[] Of(Assignment assignment) =>
    [
        Text(assignment.Id), Text(assignment.Project), Text(assignment.Task), assignment.Assignee ?? "",
        Word(assignment.LabelStatus), Word(assignment.ReviewStatus),
    ];

    public static string[] Of(Dataset dataset) => [Text(dataset.Id), dataset.Name];

    public static string[] Of(DatasetVersion version) => [Text(version.Id), Text(version.Dataset), Text(version.Number)];

    public static string[] Of(Model model) => [Text(model.Id), model.Name, Text(model.Size), model.Checksum];

    public static string[] Of(RegisteredApplication application) =>
        [Text(application.Id), application.Name, ServeAddress.Shown(application.Address)];

    public static string Word(LabelStatus status) => status switch
    {
        LabelStatus.StandBy => "stand_by",
        LabelStatus.InProgress => "in_progress",
        LabelStatus.Submitted => "submitted",
        _ => "skipped",
    };

    public static string Word(ReviewStatus status) => status switch
    {
        ReviewStatus.StandBy => "stand_by",
        ReviewStatus.InProgress => "in_progress",
        ReviewStatus.Rejected => "rejected",
        ReviewStatus.Completed => "completed",
        _ => "skipped",
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
