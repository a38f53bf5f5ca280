using System.Globalization;
using System.Xml;

namespace Synapse.Actions.Uploading.Metadata;

/// <summary>
/// Reads a metadata table: a header whose first column is <c>filename</c> or <c>file_name</c>, then a row for each file.
/// Of an .xlsx file the first sheet is read; formulas count as the value that was saved with them.
/// </summary>
internal static class MetadataTable
{
    public const long MiB = 1024 * 1024;

    private static readonly string[] FirstColumns = ["filename", "file_name"];

    public static List<MetadataRow> Read(string path, MetadataLimits limits)
    {
        try
        {
            var size = new FileInfo(path).Length;
            if (size > limits.MaxFileSizeMb * MiB)
            {
                throw TooLarge(path, $"it has {size} bytes", $"{limits.MaxFileSizeMb} MiB (metadata_limits.max_file_size_mb)");
            }

            var rows = Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".csv" => CsvRows.Read(path),
                ".xlsx" => XlsxRows.Read(path, limits),
                var other => throw new UploadException($"The metadata table {path} is a '{other}' file; .xlsx and .csv can be read. Save it as one of them."),
            };
            return ReadRows(path, rows, limits);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UploadException($"The metadata table {path} cannot be read: {e.Message.TrimEnd('.')}. Save it again as .xlsx or .csv (UTF-8).");
        }
    }

    /// <summary>A limit that was exceeded.</summary>
    public static UploadException TooLarge(string path, string found, string limit) =>
        new($"The metadata table {path} is too large: {found}; the limit is {limit}. Split it, or raise the limit.");

    private static List<MetadataRow> ReadRows(string path, IEnumerable<IReadOnlyList<string>> table, MetadataLimits limits)
    {
        List<string>? columns = null;
        var rows = new Dictionary<string, MetadataRow>(StringComparer.Ordinal);
        var count = 0;
        foreach (var row in table)
        {
            if (columns is null)
            {
                columns = Columns(path, row, limits);
                continue;
            }

            if (++count > limits.MaxRows)
            {
                throw TooLarge(path, $"it has more than {limits.MaxRows} rows", "metadata_limits.max_rows");
            }

            if (row is [var first, ..] && first.Trim() is { Length: > 0 } name && name.Length <= limits.MaxFilenameLength)
            {
                rows[name] = new(name, Values(row, columns, limits));
            }
        }

        return columns is null ? throw BadHeader(path, "") : [.. rows.Values];
    }

    private static List<string> Columns(string path, IReadOnlyList<string> header, MetadataLimits limits)
    {
        var first = header.Count > 0 ? header[0].Trim() : "";
        if (!FirstColumns.Contains(first, StringComparer.OrdinalIgnoreCase))
        {
            throw BadHeader(path, first);
        }

        if (header.Count > limits.MaxColumns)
        {
            throw TooLarge(path, $"it has {header.Count} columns", $"{limits.MaxColumns} (metadata_limits.max_columns)");
        }

        return header.Count > 1
            ? [.. header.Skip(1).Select((name, i) => name.Trim() is { Length: > 0 } given ? Cut(given, limits.MaxColumnNameLength) : string.Create(CultureInfo.InvariantCulture, $"column_{i + 1}"))]
            : throw new UploadException($"The metadata table {path} has only one column; the others say what is known of the files.");
    }

    private static UploadException BadHeader(string path, string found) =>
        new($"The metadata table {path} must begin with a row of column names, the first being 'filename'; it begins with '{Cut(found, 100)}'.");

    private static Dictionary<string, string> Values(IReadOnlyList<string> row, List<string> columns, MetadataLimits limits)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < columns.Count && i + 1 < row.Count; i++)
        {
            if (row[i + 1].Length > 0)
            {
                values[columns[i]] = Cut(row[i + 1], limits.MaxMetadataValueLength);
            }
        }

        return values;
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
