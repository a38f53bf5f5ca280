namespace Mistakes;

public sealed record ItemScore(string Image, double Value);

[InferenceAction]
public sealed partial class LoopWithoutCodec
{
    public Task ExecuteAsync(InferenceContext run, CancellationToken ct) =>
        run.ForEachAsync(["a.png"], image => image, (image, _) => Task.FromResult(new ItemScore(image, 1)), ct: ct); // SYN2016
}
