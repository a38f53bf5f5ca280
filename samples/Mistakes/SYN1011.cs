namespace Mistakes;

[DeploymentAction]
public sealed partial class DeployInSteps // SYN1011
{
    [Step]
    void Register(DeploymentContext run) => run.Progress(Progress.Register, 1, 1);
}
