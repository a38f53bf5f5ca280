using System.ComponentModel.DataAnnotations;

[assembly: SynapsePlugin("suppressed")]

namespace Suppressed;

[Params]
internal sealed partial record Settings
{
    [MinLength(1)] public string[] Names { get; init; } = ["a"];
}

[TrainAction]
internal sealed partial class Train
{
    [Step(Rollback = nameof(Undo), SkipWhen = nameof(Never))]
    private int First(TrainContext run) => 1;

    [Step]
    private string Last(int? first, Settings p) => "";

    private string? Never(TrainContext run) => null;

    private void Undo(int first)
    {
    }

    private int Helper(int number) => 1; // IDE0051 IDE0060 CA1822
}

[ExportAction]
internal sealed partial class Export
{
    public int Execute(ExportContext run) => 1;
}

// Generated code calls nothing of what it could not wire, and what was wrong is said once.
[InferenceAction]
internal sealed partial class Broken
{
    [Step]
    private int First(long number) => 1; // SYN2008
}

internal sealed class Other // CA1812
{
    [MinLength(1)] // IL2026
    public string[] Names { get; set; } = [];
}
