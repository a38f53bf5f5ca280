namespace Synapse.Actions.Tests.Exporting;

/// <summary>What the files of an item are called.</summary>
public sealed class NameTests : ExportTest
{
    [Theory]
    [InlineData("image/north/01.png", "01", "01.png")]
    [InlineData("c:\\pictures\\01.png", "01", "01.png")]
    [InlineData("new\nline.png", "new_line", "new_line.png")]
    [InlineData("🦜 👩‍🚀.png", "🦜 👩‍🚀", "🦜 👩‍🚀.png")]
    [InlineData("con.png", "_con", "_con.png")]
    [InlineData("a:b*c?.p\tng", "a_b_c_", "a_b_c_.p_ng")]
    [InlineData("a.tar.gz", "a.tar", "a.tar.gz")]
    [InlineData("no extension", "no extension", "no extension")]
    [InlineData("spaces .png", "spaces", "spaces.png")]
    public async Task Files_are_called_after_the_last_part_of_the_primary_file(string file, string stem, string original)
    {
        await TaskAsync(file);
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"labels/{stem}.json", Files());
        Assert.Contains($"origin_files/{original}", Files());
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/../..")]
    [InlineData(".png")]
    [InlineData("folder/")]
    public async Task Item_is_called_by_its_id_where_its_file_has_no_name(string file)
    {
        var task = await TaskAsync(file);
        using var run = await RunAsync(await ParamsAsync());
        Assert.Contains($"labels/{task}.json", Files());
    }

    [Fact]
    public async Task Name_of_255_bytes_is_cut_between_characters()
    {
        await TaskAsync(new string('ä', 125) + ".png");
        using var run = await RunAsync(await ParamsAsync());
        Assert.Contains($"labels/{new string('ä', 100)}.json", Files());
        Assert.Equal(1, run.Result!.RenamedCount);
    }

    [Fact]
    public async Task Long_names_that_begin_alike_stay_apart()
    {
        await TaskAsync(new string('a', 250) + "1.png");
        var second = await TaskAsync(new string('a', 250) + "2.png");
        using var run = await RunAsync(await ParamsAsync());
        var ending = $"__{second}";
        Assert.Contains($"labels/{new string('a', 200 - ending.Length)}{ending}.json", Files());
    }

    [Theory]
    [InlineData("x/a.png", "y/a.png")]
    [InlineData("a.png", "a.jpg")]
    [InlineData("a.png", "A.png")]
    [InlineData("\u00e9.png", "e\u0301.png")]
    [InlineData("\u1ec7.png", "E\u0323\u0302.png")]
    [InlineData("\ud55c.png", "\u1112\u1161\u11ab.png")]
    [InlineData("a:.png", "a_.png")]
    public async Task Second_item_of_a_name_gets_its_id(string first, string second)
    {
        await TaskAsync(first);
        var renamed = await TaskAsync(second);
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal(2, run.Result!.ExportedCount);
        Assert.Equal(4, Files().Count(file => file.Contains('/', StringComparison.Ordinal)));
        Assert.Single(Files(), file => file.StartsWith("labels/", StringComparison.Ordinal) && file.EndsWith($"__{renamed}.json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Name_with_an_id_that_is_taken_gets_a_number()
    {
        var first = await TaskAsync("a.png");
        await TaskAsync($"a__{first + 2}.png");
        await TaskAsync("b/a.png");
        using var run = await RunAsync(await ParamsAsync());
        Assert.Contains($"labels/a__{first + 2}_2.json", Files());
    }

    [Fact]
    public async Task Letters_with_other_marks_are_other_names()
    {
        await TaskAsync("\u00e4.png");
        await TaskAsync("\u00f6.png");
        await TaskAsync("a.png");
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal(0, run.Result!.RenamedCount);
    }

    [Fact]
    public async Task Originals_that_would_have_one_name_stay_apart()
    {
        await TaskAsync("a.b");
        var second = await TaskAsync("a.b.");
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal(["origin_files/a.b", $"origin_files/a.b__{second}"], Files().Where(file => file.StartsWith("origin", StringComparison.Ordinal)));
    }
}
