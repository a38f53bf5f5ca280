namespace Synapse.Actions.Exporting.Places;

/// <summary>Whether what is to be exported exists: of a project that is not there, nothing would be listed, and all would look well.</summary>
internal static class SourceCheck
{
    public static async Task FindProblemsAsync(ExportParams p, ExportContext run, List<string> problems, CancellationToken ct)
    {
        try
        {
            if (p.Filter.Project is { } project)
            {
                await run.Backend.Projects.GetAsync(project, ct);
            }

            if (p.Filter.GroundTruthDataset is { } dataset)
            {
                await run.Backend.Datasets.GetAsync(dataset, ct);
            }

            if (p.Filter.GroundTruthDatasetVersion is { } version)
            {
                await run.Backend.Datasets.GetVersionAsync(version, ct);
            }
        }
        catch (BackendException e)
        {
            problems.Add(e.Message);
        }
    }
}
