namespace Mistakes;

[AddTaskDataAction]
public sealed partial class AsksAndForgets // SYN1010
{
    public InferenceRequest SetupInferenceParams(TaskItem task) => new(task.Data!.Value);
}
