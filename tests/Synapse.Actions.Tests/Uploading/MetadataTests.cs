using System.IO.Compression;

namespace Synapse.Actions.Tests.Uploading;

public sealed class MetadataTests : UploadTest
{
    [Fact]
    public async Task Row_of_a_csv_goes_to_the_file_it_names()
    {
        Png("image/a.png");
        Png("image/b.png");
        Write("meta.csv", "filename,place,note\na.png,Ulm,\"one, two\"\n");
        using var run = await RunAsync(await ParamsAsync());
        var units = await UnitsAsync();
        Assert.Equal(("Ulm", "one, two"), (units[0].Meta["place"], units[0].Meta["note"]));
        Assert.DoesNotContain("place", units[1].Meta.Keys);
    }

    [Fact]
    public async Task Row_of_an_xlsx_goes_to_the_file_it_names()
    {
        Png("image/a.png");
        WriteXlsx("meta.xlsx", """<row><c t="inlineStr"><is><t>file_name</t></is></c><c t="inlineStr"><is><t>size</t></is></c><c t="inlineStr"><is><t>sum</t></is></c></row><row><c t="inlineStr"><is><t>a</t></is></c><c><v>1.5</v></c><c><f>1+2</f><v>3</v></c></row>""");
        using var run = await RunAsync(await ParamsAsync());
        var unit = Assert.Single(await UnitsAsync());
        Assert.Equal(("1.5", "3"), (unit.Meta["size"], unit.Meta["sum"]));
    }

    [Fact]
    public async Task Cells_of_an_xlsx_may_be_shared_texts_dates_truths_and_gaps()
    {
        Png("image/a.png");
        WriteXlsx(
            "meta.xlsx",
            """<row><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>gap</t></is></c><c r="D1" t="inlineStr"><is><t>seen</t></is></c></row><row><c r="A2" t="inlineStr"><is><t>a.png</t></is></c><c r="B2" s="1"><v>45292.75</v></c><c r="D2" t="b"><v>1</v></c></row>""",
            ("xl/sharedStrings.xml", """<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>filename</t></si><si><r><t>taken</t></r><r><t xml:space="preserve"> at</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si></sst>"""),
            ("xl/styles.xml", """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>"""));
        using var run = await RunAsync(await ParamsAsync());
        var meta = Assert.Single(await UnitsAsync()).Meta;
        Assert.Equal(("2024-01-01 18:00:00", "True"), (meta["taken at"], meta["seen"]));
        Assert.DoesNotContain("gap", meta.Keys);
    }

    [Fact]
    public async Task Row_is_never_matched_by_a_part_of_a_name()
    {
        Png("image/ab.png");
        Write("meta.csv", "filename,place\nb,Ulm\n");
        using var run = await RunAsync(await ParamsAsync());
        Assert.DoesNotContain("place", Assert.Single(await UnitsAsync()).Meta.Keys);
        Assert.Contains(run.Messages, message => message.Contains("1 rows of the metadata table are about no file", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("place,filename\n", "begins with 'place'")]
    [InlineData("filename\n", "only one column")]
    [InlineData("", "begins with ''")]
    public async Task Wrong_header_fails_before_a_file_is_sent(string table, string message)
    {
        Png("image/a.png");
        Write("meta.csv", table);
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal(0, await Platform.Backend.DataFiles.CountAsync());
    }

    [Fact]
    public async Task Too_many_rows_are_refused_naming_the_limit()
    {
        Png("image/a.png");
        Write("meta.csv", "filename,x\na,1\nb,2\nc,3\n");
        using var run = await RunAsync(await ParamsAsync() with { MetadataLimits = new() { MaxRows = 2 } });
        Assert.Contains("metadata_limits.max_rows", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_large_a_table_is_refused_naming_the_limit()
    {
        Png("image/a.png");
        Write("meta.csv", "filename,x\n" + new string('a', 1 << 20));
        using var run = await RunAsync(await ParamsAsync() with { MetadataLimits = new() { MaxFileSizeMb = 1 } });
        Assert.Contains("metadata_limits.max_file_size_mb", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_xlsx_is_an_error_and_no_crash()
    {
        Png("image/a.png");
        Write("meta.xlsx", "this is no archive");
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("cannot be read", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Zip_bomb_is_refused_before_it_is_unpacked()
    {
        Png("image/a.png");
        WriteXlsx("meta.xlsx", new string(' ', 60 * 1024 * 1024));
        using var run = await RunAsync(await ParamsAsync() with { MetadataLimits = new() { MaxFileSizeMb = 2 } });
        Assert.Contains("it unpacks to", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_table_that_was_named_is_an_error()
    {
        Png("image/a.png");
        using var run = await RunAsync(await ParamsAsync() with { ExcelMetadataPath = "none.xlsx" });
        Assert.Contains("there is no metadata table", run.Error, StringComparison.Ordinal);
    }

    private void WriteXlsx(string name, string rows, params (string Path, string Text)[] parts)
    {
        Directory.CreateDirectory(Root);
        using var archive = ZipFile.Open(Path.Combine(Root, name), ZipArchiveMode.Create);
        Add("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
        Add("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Add("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="one" sheetId="1" r:id="r1"/></sheets></workbook>""");
        Add("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        Add("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>""");

        foreach (var (path, text) in parts)
        {
            Add(path, text);
        }

        void Add(string path, string text)
        {
            using var writer = new StreamWriter(archive.CreateEntry(path).Open());
            writer.Write(text);
        }
    }
}
