using System.Runtime.CompilerServices;

namespace Synapse.Actions.Exporting;

/// <summary>Lists what is exported.</summary>
internal static class Listing
{
    public static async IAsyncEnumerable<ExportEntry> ReadAsync(ExportHooks hooks, ExportContext run, [EnumeratorCancellation] CancellationToken ct)
    {
        _ = run;
        await foreach (var item in hooks.GetFilteredResults(ct))
        {
            yield return new(item, Path.GetFileNameWithoutExtension(item.PrimaryFile?.Name ?? item.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
    }
}
