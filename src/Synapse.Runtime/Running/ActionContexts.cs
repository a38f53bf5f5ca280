using Synapse.Wiring;

namespace Synapse.Runtime.Running;

internal static class ActionContexts
{
    public static ActionContext Create(ActionKind kind, IRunEngine engine) => kind switch
    {
        ActionKind.Train => new TrainContext(engine),
        ActionKind.Export => new ExportContext(engine),
        ActionKind.Upload => new UploadContext(engine),
        ActionKind.Inference => new InferenceContext(engine),
        ActionKind.Deployment => new DeploymentContext(engine),
        ActionKind.AddTaskData => new AddTaskDataContext(engine),
        _ => new RunContext(engine),
    };
}
