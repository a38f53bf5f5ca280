using Synapse.Wiring;

namespace Synapse;

/// <summary>The run of an action of no particular kind.</summary>
public sealed class RunContext : ActionContext
{
    internal RunContext(IRunEngine engine)
        : base(engine)
    {
    }
}

/// <summary>The run of a deployment.</summary>
public sealed class DeploymentContext : ActionContext
{
    internal DeploymentContext(IRunEngine engine)
        : base(engine)
    {
    }
}

/// <summary>The run of a pre-annotation.</summary>
public sealed class AddTaskDataContext : ActionContext
{
    internal AddTaskDataContext(IRunEngine engine)
        : base(engine)
    {
    }
}
