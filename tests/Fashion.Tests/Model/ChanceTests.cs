namespace Fashion.Tests;

public class ChanceTests
{
    [Fact]
    public void Numbers_are_those_of_the_published_generator()
    {
        var random = new SplitMix(0);

        Assert.Equal((0xE220A8397B1DCDAFUL, 0x6E789E6AA1B965F4UL, 0x06C45D188009454FUL), (random.Next(), random.Next(), random.Next()));
    }

    [Fact]
    public void Purposes_have_sequences_of_their_own() =>
        Assert.Equal(4, new[] { (1, 0), (0, 1), (1, 1), (2, 0) }.Select(p => SplitMix.For(7, (ulong)p.Item1, (ulong)p.Item2).Next()).Distinct().Count());

    [Fact]
    public void Numbers_below_a_bound_are_all_met()
    {
        var random = new SplitMix(1);

        Assert.Equal([0, 1, 2], Enumerable.Range(0, 100).Select(_ => random.Below(3)).Distinct().Order());
    }

    [Fact]
    public void Shuffling_keeps_every_item()
    {
        var items = Enumerable.Range(0, 100).ToArray();
        new SplitMix(1).Shuffle(items);

        Assert.NotEqual(Enumerable.Range(0, 100), items);
        Assert.Equal(Enumerable.Range(0, 100), items.Order());
    }

    [Fact]
    public void Image_is_shifted_by_at_most_a_pixel_each_way()
    {
        var places = new HashSet<int>();
        var image = new byte[ImageSet.Size];
        image[(10 * ImageSet.Side) + 10] = 255;
        var shifted = new float[ImageSet.Size];
        for (ulong seed = 0; seed < 200; seed++)
        {
            Augmentation.Shift(image, shifted, new SplitMix(seed));
            places.Add(Array.IndexOf(shifted, 1f));
        }

        Assert.Equal([.. from y in Enumerable.Range(9, 3) from x in Enumerable.Range(9, 3) select (y * ImageSet.Side) + x], places.Order());
    }

    [Fact]
    public void Pixel_at_the_edge_never_comes_back_on_the_other_side()
    {
        var image = new byte[ImageSet.Size];
        image[(5 * ImageSet.Side) + ImageSet.Side - 1] = 255;
        var shifted = new float[ImageSet.Size];
        for (ulong seed = 0; seed < 200; seed++)
        {
            Augmentation.Shift(image, shifted, new SplitMix(seed));
            Assert.Equal(0, Enumerable.Range(0, ImageSet.Side).Sum(y => shifted[y * ImageSet.Side]));
        }
    }
}
