namespace Fashion.Tests;

public class ConfusionTests
{
    [Fact]
    public void Pairs_are_counted()
    {
        var confusion = Of((1, 1), (1, 1), (1, 2), (3, 3));

        Assert.Equal((2, 1, 1, 0), (confusion[1, 1], confusion[1, 2], confusion[3, 3], confusion[2, 1]));
    }

    [Fact]
    public void Accuracy_is_the_share_of_right_ones()
    {
        var confusion = Of((1, 1), (1, 1), (1, 2), (3, 3));

        Assert.Equal((4, 3, 0.75), (confusion.Total, confusion.Correct, confusion.Accuracy));
    }

    [Fact]
    public void Recall_is_of_one_class() => Assert.Equal(2.0 / 3, Of((1, 1), (1, 1), (1, 2), (3, 1)).Recall(1), 1e-12);

    [Fact]
    public void Recall_of_a_class_without_images_is_zero() => Assert.Equal(0, Of((1, 2)).Recall(2));

    [Fact]
    public void Accuracy_of_nothing_is_zero() => Assert.Equal(0, new Confusion().Accuracy);

    [Fact]
    public void Class_out_of_range_is_refused() => Assert.Throws<IndexOutOfRangeException>(() => Of((10, 0)));

    [Fact]
    public void Table_has_a_row_for_each_class_and_the_accuracy()
    {
        var lines = Of((9, 9), (9, 0), (9, 9)).ToString().Split('\n');

        Assert.Equal(12, lines.Length);
        Assert.Equal("   9 Ankle boot        1     0     0     0     0     0     0     0     0     2   66.7%", lines[10]);
        Assert.Equal("accuracy 66.67% (2 of 3)", lines[11]);
    }

    private static Confusion Of(params (int Actual, int Predicted)[] pairs)
    {
        var confusion = new Confusion();
        foreach (var (actual, predicted) in pairs)
        {
            confusion.Add(actual, predicted);
        }
        return confusion;
    }
}
