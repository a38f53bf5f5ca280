using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Synapse.Actions.Uploading.Metadata;

/// <summary>Tells numbers from dates: in an .xlsx file a date is a number of days whose format shows it as one.</summary>
internal sealed class XlsxDates
{
    private readonly HashSet<string> _styles = new(StringComparer.Ordinal);
    private bool _is1904;

    public static XlsxDates Read(ZipArchive archive)
    {
        var dates = new XlsxDates();
        using (var workbook = XlsxRows.Open(archive, "xl/workbook.xml"))
        {
            dates._is1904 = workbook is not null && workbook.ReadToFollowing("workbookPr") && workbook.GetAttribute("date1904") is "1" or "true";
        }

        using var styles = XlsxRows.Open(archive, "xl/styles.xml");
        if (styles is not null)
        {
            dates.ReadStyles(styles);
        }

        return dates;
    }

    /// <summary>A number as the table shows it.</summary>
    public string Show(string number, string? style)
    {
        if (style is null || !_styles.Contains(style)
            || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) || days is < 0 or > 2_958_465)
        {
            return number;
        }

        // Days since 1899-12-30, the day before a first one that counts a leap day in 1900 which there was not.
        var time = new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified).AddDays(days + (_is1904 ? 1462 : 0));
        return time.AddMilliseconds(500).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private void ReadStyles(XmlReader xml)
    {
        var formats = new HashSet<string>(StringComparer.Ordinal);
        var isInCells = false;
        var index = 0;
        while (xml.Read())
        {
            switch (xml.LocalName)
            {
                case "numFmt" when xml.GetAttribute("formatCode") is { } code && IsDate(code):
                    formats.Add(xml.GetAttribute("numFmtId") ?? "");
                    break;
                case "cellXfs":
                    isInCells = xml.NodeType == XmlNodeType.Element;
                    break;
                case "xf" when isInCells && xml.NodeType == XmlNodeType.Element:
                    var format = xml.GetAttribute("numFmtId") ?? "";
                    if (formats.Contains(format) || (int.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id is (>= 14 and <= 22) or (>= 45 and <= 47)))
                    {
                        _styles.Add(index.ToString(CultureInfo.InvariantCulture));
                    }

                    index++;
                    break;
            }
        }
    }

    // Letters in quotes or brackets are text or colours.
    private static bool IsDate(string code)
    {
        var isText = false;
        foreach (var c in code)
        {
            isText = c switch { '"' => !isText, '[' => true, ']' => false, _ => isText };
            if (!isText && c is 'y' or 'Y' or 'd' or 'D' or 'h' or 'H')
            {
                return true;
            }
        }

        return false;
    }
}
