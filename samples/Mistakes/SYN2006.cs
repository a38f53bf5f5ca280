namespace Mistakes;

[ExportAction]
public sealed partial class NoWayBack
{
    [Step(Rollback = "DeleteFiles")] // SYN2006
    string[] Save() => [Steps.Save];
}
