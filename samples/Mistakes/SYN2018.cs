namespace Mistakes;

[StepSet(contract: 99)]
public sealed class OldSteps
{
    [Step]
    public int Count() => 1;
}

[UseSteps<OldSteps>] // SYN2018
[ExportAction]
public sealed partial class UsesOldSteps;
