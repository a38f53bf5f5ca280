using System.Globalization;

namespace Synapse.Actions.Exporting.Places;

/// <summary>
/// Gives the folder of a complete export its name: the one that was asked for, or the first with a number behind it that
/// nothing has.
/// </summary>
internal static class FinalName
{
    /// <summary>The export that this run has made already, or null.</summary>
    public static string? Given(ExportContext run) => new Traces(run).Final is { } path && Owner.Is(path, run) ? path : null;

    public static string Give(ExportPlace place, ExportContext run)
    {
        var traces = new Traces(run);
        for (var number = 0; ; number++)
        {
            var name = number == 0 ? place.Final : string.Create(CultureInfo.InvariantCulture, $"{place.Final}({number})");
            if (Path.Exists(name))
            {
                continue;
            }

            traces.NoteFinal(name);
            if (FolderRename.Try(place.Staging, name))
            {
                DiskSync.Folder(Path.GetDirectoryName(name)!);
                return name;
            }
        }
    }

    /// <summary>Removes what this run made, and nothing else.</summary>
    public static void Take(ExportContext run)
    {
        var traces = new Traces(run);
        if (traces.Staging is not { } staging)
        {
            return;
        }

        // Its hidden name first: whoever comes by sees the export as a whole, or not at all.
        if (Given(run) is { } given)
        {
            FolderRename.Try(given, staging);
        }

        if (Directory.Exists(staging))
        {
            Directory.Delete(staging, recursive: true);
        }
    }
}
