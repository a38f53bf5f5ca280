namespace Synapse.Testing.Tests.Plugin;

/// <summary>A training, which keeps finished steps when a later one fails.</summary>
[TrainAction]
public sealed partial class Fit
{
    [Step(Rollback = nameof(Forget))]
    int Prepare(TrainContext run)
    {
        run.Log.Info("Prepared");
        return 1;
    }

    void Forget(TrainContext run) => run.Log.Info("Forgotten");

    [Step]
    double Learn(int data) => data > 0 ? throw new InvalidOperationException("the loss is not finite") : 0;
}

/// <summary>Params may be a struct.</summary>
[Params]
public readonly partial record struct Point
{
    public required int X { get; init; }

    public required Secret Key { get; init; }
}

[PluginAction("locate")]
public sealed partial class Locate
{
    public string Execute(Point p) => $"{p.X} {p.Key.Reveal()}";
}
