using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Synapse.Actions.Uploading.Metadata;

/// <summary>
/// Rows of the first sheet of an .xlsx file, read forward (ECMA-376 part 1, SpreadsheetML). Formulas count as the value that
/// was saved with them; dates are those that their format shows as dates.
/// </summary>
internal static class XlsxRows
{
    private const int PackedRatio = 20;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static IEnumerable<IReadOnlyList<string>> Read(string path, MetadataLimits limits)
    {
        using var archive = ZipFile.OpenRead(path);
        CheckSize(path, archive, limits);
        var strings = Strings(archive);
        var dates = XlsxDates.Read(archive);
        using var xml = Open(archive, FirstSheet(archive)) ?? throw new InvalidDataException("its first sheet is missing");
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "row")
            {
                yield return Row(path, xml, strings, dates, limits);
            }
        }
    }

    /// <summary>A part of the file; what is no XML of a spreadsheet ends in an error.</summary>
    public static XmlReader? Open(ZipArchive archive, string part) => archive.GetEntry(part)?.Open() is { } stream
        ? XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreWhitespace = false, CloseInput = true })
        : null;

    // What is packed may be a thousand times as large as the file.
    private static void CheckSize(string path, ZipArchive archive, MetadataLimits limits)
    {
        var unpacked = archive.Entries.Sum(entry => entry.Length);
        if (unpacked > limits.MaxFileSizeMb * MetadataTable.MiB * PackedRatio)
        {
            throw MetadataTable.TooLarge(path, $"it unpacks to {unpacked} bytes", $"{limits.MaxFileSizeMb * PackedRatio} MiB (20 times metadata_limits.max_file_size_mb)");
        }
    }

    private static string FirstSheet(ZipArchive archive)
    {
        string? relation = null;
        using (var workbook = Open(archive, "xl/workbook.xml") ?? throw new InvalidDataException("it has no workbook"))
        {
            if (workbook.ReadToFollowing("sheet", Main))
            {
                relation = workbook.GetAttribute("id", Relations);
            }
        }

        using var relations = Open(archive, "xl/_rels/workbook.xml.rels");
        while (relations is not null && relations.Read())
        {
            if (relations.LocalName == "Relationship" && relations.GetAttribute("Id") == relation && relations.GetAttribute("Target") is { } target)
            {
                return target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        }

        return "xl/worksheets/sheet1.xml";
    }

    private static List<string> Strings(ZipArchive archive)
    {
        var strings = new List<string>();
        using var xml = Open(archive, "xl/sharedStrings.xml");
        while (xml is not null && xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                strings.Add(Text(xml));
            }
        }

        return strings;
    }

    private static List<string> Row(string path, XmlReader xml, List<string> strings, XlsxDates dates, MetadataLimits limits)
    {
        var cells = new List<string>();
        if (xml.IsEmptyElement)
        {
            return cells;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
            {
                continue;
            }

            var column = Column(xml.GetAttribute("r")) ?? cells.Count;
            if (column >= limits.MaxColumns)
            {
                throw MetadataTable.TooLarge(path, $"it has {column + 1} columns", $"{limits.MaxColumns} (metadata_limits.max_columns)");
            }

            while (cells.Count <= column)
            {
                cells.Add("");
            }

            cells[column] = Cell(xml, strings, dates);
        }

        return cells;
    }

    private static string Cell(XmlReader xml, List<string> strings, XlsxDates dates)
    {
        var type = xml.GetAttribute("t");
        var style = xml.GetAttribute("s");
        var value = "";
        if (xml.IsEmptyElement)
        {
            return value;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "v" or "is")
            {
                value = Text(xml);
            }
        }

        return type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count
                ? strings[index]
                : throw new InvalidDataException($"a cell names the text {value}, of which there are {strings.Count}"),
            "b" => value == "1" ? "True" : "False",
            null or "n" => dates.Show(value, style),
            _ => value,
        };
    }

    /// <summary>The text of an element with all that is in it, but for what tells how it is pronounced.</summary>
    private static string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var text = "";
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
            {
                xml.Skip();
            }

            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text += xml.Value;
            }
        }

        return text;
    }

    /// <summary>The column of a place such as <c>AB12</c>, from 0.</summary>
    private static int? Column(string? place)
    {
        var column = 0;
        foreach (var c in place ?? "")
        {
            if (!char.IsAsciiLetterUpper(c))
            {
                break;
            }

            column = Math.Min((column * 26) + (c - 'A' + 1), int.MaxValue / 32);
        }

        return column == 0 ? null : column - 1;
    }
}
