using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Synapse.Actions.Uploading.Metadata;

/// <summary>
/// Reads a metadata table: a header whose first column is <c>filename</c> or <c>file_name</c>, then a row for each file.
/// Of an .xlsx file the first sheet is read; formulas count as the value that was saved with them.
/// </summary>
internal static class MetadataTable
{
    private const long MiB = 1024 * 1024;
    private const int PackedRatio = 20;

    private static readonly string[] FirstColumns = ["filename", "file_name"];

    // The reader's settings name Windows-1252 as their default, although it is never used here.
    static MetadataTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static List<MetadataRow> Read(string path, MetadataLimits limits)
    {
        try
        {
            using var file = File.OpenRead(path);
            CheckSize(path, file, limits);
            using var reader = Open(path, file);
            return ReadRows(path, reader, limits);
        }
        catch (Exception e) when (e is ExcelReaderException or InvalidDataException or System.Xml.XmlException or IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UploadException($"The metadata table {path} cannot be read: {e.Message.TrimEnd('.')}. Save it again as .xlsx or .csv (UTF-8).");
        }
    }

    private static IExcelDataReader Open(string path, FileStream file) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".csv" => ExcelReaderFactory.CreateCsvReader(file, new ExcelReaderConfiguration { FallbackEncoding = Encoding.UTF8, AutodetectSeparators = [',', ';', '\t'], LeaveOpen = true }),
        ".xlsx" => ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { FallbackEncoding = Encoding.UTF8, LeaveOpen = true }),
        var other => throw new UploadException($"The metadata table {path} is a '{other}' file; .xlsx and .csv can be read. Save it as one of them."),
    };

    // What is packed in an .xlsx file may be a thousand times as large.
    private static void CheckSize(string path, FileStream file, MetadataLimits limits)
    {
        if (file.Length > limits.MaxFileSizeMb * MiB)
        {
            throw TooLarge(path, $"it has {file.Length} bytes", $"{limits.MaxFileSizeMb} MiB (metadata_limits.max_file_size_mb)");
        }

        if (!path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        using (var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
        {
            var unpacked = archive.Entries.Sum(entry => entry.Length);
            if (unpacked > limits.MaxFileSizeMb * MiB * PackedRatio)
            {
                throw TooLarge(path, $"it unpacks to {unpacked} bytes", $"{limits.MaxFileSizeMb * PackedRatio} MiB (20 times metadata_limits.max_file_size_mb)");
            }
        }

        file.Position = 0;
    }

    private static List<MetadataRow> ReadRows(string path, IExcelDataReader reader, MetadataLimits limits)
    {
        var columns = Header(path, reader, limits);
        var rows = new Dictionary<string, MetadataRow>(StringComparer.Ordinal);
        for (var number = 1; reader.Read(); number++)
        {
            if (number > limits.MaxRows)
            {
                throw TooLarge(path, $"it has more than {limits.MaxRows} rows", "metadata_limits.max_rows");
            }

            if (Text(reader, 0).Trim() is { Length: > 0 } name && name.Length <= limits.MaxFilenameLength)
            {
                rows[name] = new(name, Values(reader, columns, limits));
            }
        }

        return [.. rows.Values];
    }

    private static List<string> Header(string path, IExcelDataReader reader, MetadataLimits limits)
    {
        if (!reader.Read() || !FirstColumns.Contains(Text(reader, 0).Trim(), StringComparer.OrdinalIgnoreCase))
        {
            var found = reader.FieldCount > 0 ? Text(reader, 0).Trim() : "";
            throw new UploadException($"The metadata table {path} must begin with a row of column names, the first being 'filename'; it begins with '{found}'.");
        }

        if (reader.FieldCount > limits.MaxColumns)
        {
            throw TooLarge(path, $"it has {reader.FieldCount} columns", $"{limits.MaxColumns} (metadata_limits.max_columns)");
        }

        var columns = new List<string>();
        for (var i = 1; i < reader.FieldCount; i++)
        {
            var name = Text(reader, i).Trim();
            columns.Add(name.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"column_{i}") : Cut(name, limits.MaxColumnNameLength));
        }

        return columns.Count > 0 ? columns : throw new UploadException($"The metadata table {path} has only one column; the others say what is known of the files.");
    }

    private static Dictionary<string, string> Values(IExcelDataReader reader, List<string> columns, MetadataLimits limits)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < columns.Count && i + 1 < reader.FieldCount; i++)
        {
            if (Text(reader, i + 1) is { Length: > 0 } text)
            {
                values[columns[i]] = Cut(text, limits.MaxMetadataValueLength);
            }
        }

        return values;
    }

    private static string Text(IExcelDataReader reader, int column) => column >= reader.FieldCount ? "" : reader.GetValue(column) switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "True" : "False",
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? "",
    };

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    private static UploadException TooLarge(string path, string found, string limit) =>
        new($"The metadata table {path} is too large: {found}; the limit is {limit}. Split it, or raise the limit.");
}
