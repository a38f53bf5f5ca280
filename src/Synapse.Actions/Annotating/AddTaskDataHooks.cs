using System.Text.Json;

namespace Synapse.Actions;

/// <summary>
/// What a pre-annotation action says of its own: how a file of a task, or the answer of a model, becomes annotations. One of
/// the two conversions must be there. Each hook may be sync or return a task, and takes any part of its parameters, of the
/// action's params and of <see cref="AddTaskDataContext"/>.
/// </summary>
public abstract class AddTaskDataHooks : ActionHooks
{
    /// <summary>Makes annotations out of a file of the task's data unit. Used with the method <c>file</c>.</summary>
    /// <param name="primary">The file that people look at.</param>
    /// <param name="target">The file that the params name by its specification.</param>
    /// <param name="task">The task.</param>
    /// <param name="ct">Stops the pre-annotation.</param>
    public virtual ValueTask<TaskData> ConvertDataFromFile(PrimaryFile primary, TargetFile target, TaskItem task, CancellationToken ct) =>
        throw new NotSupportedException($"The action has no method {nameof(ConvertDataFromFile)}.");

    /// <summary>Says what the model is asked for a task. Used with the method <c>inference</c>.</summary>
    /// <param name="primary">The file that people look at.</param>
    /// <param name="task">The task.</param>
    /// <param name="ct">Stops the pre-annotation.</param>
    public virtual ValueTask<InferenceRequest> SetupInferenceParams(PrimaryFile primary, TaskItem task, CancellationToken ct) =>
        throw new NotSupportedException($"The action has no method {nameof(SetupInferenceParams)}.");

    /// <summary>Makes annotations out of the model's answer. Used with the method <c>inference</c>.</summary>
    /// <param name="answer">The answer, as it is.</param>
    /// <param name="primary">The file that people look at.</param>
    /// <param name="task">The task.</param>
    /// <param name="ct">Stops the pre-annotation.</param>
    public virtual ValueTask<TaskData> ConvertDataFromInference(JsonElement answer, PrimaryFile primary, TaskItem task, CancellationToken ct) =>
        throw new NotSupportedException($"The action has no method {nameof(ConvertDataFromInference)}.");
}
