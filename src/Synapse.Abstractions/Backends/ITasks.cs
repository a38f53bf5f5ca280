using System.Text.Json;

namespace Synapse.Backends;

/// <summary>Tasks: the data units of a project that are to be labelled.</summary>
public interface ITasks
{
    /// <summary>Creates a task for each data unit in one transaction. A unit that has a task of the project already gets another one.</summary>
    /// <param name="project">The project's id.</param>
    /// <param name="dataUnits">Ids of data units; of the project's data collection.</param>
    /// <param name="key">Idempotency key of the call.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <returns>The tasks' ids, in the order of <paramref name="dataUnits"/>.</returns>
    /// <exception cref="BackendException">The project or a data unit does not exist, or is of another data collection.</exception>
    Task<IReadOnlyList<long>> CreateAsync(long project, IReadOnlyList<long> dataUnits, string key, CancellationToken ct = default);

    /// <summary>The task with an id.</summary>
    /// <exception cref="BackendException">There is none, or its data unit is deleted.</exception>
    Task<TaskItem> GetAsync(long id, CancellationToken ct = default);

    /// <summary>Tasks in the order of their ids, without those whose data unit is deleted.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="ct">Stops listing.</param>
    IAsyncEnumerable<TaskItem> ListAsync(TaskFilter filter, CancellationToken ct = default);

    /// <summary>How many tasks <see cref="ListAsync"/> would list.</summary>
    Task<long> CountAsync(TaskFilter filter, CancellationToken ct = default);

    /// <summary>Submits annotations for a task; what it had before is replaced, and its label status becomes <see cref="LabelStatus.Submitted"/>. Submitting the same again changes nothing.</summary>
    /// <param name="id">The task's id.</param>
    /// <param name="data">The annotations: a JSON object. An object without annotations is a result too.</param>
    /// <param name="schema">What <paramref name="data"/> must look like.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <exception cref="BackendException">There is no such task, or the data does not fit the schema.</exception>
    Task AnnotateAsync(long id, JsonElement data, DataSchema schema = DataSchema.DmSchemaV1, CancellationToken ct = default);

    /// <summary>Removes tasks and their assignments. Removing ones that are gone is no error.</summary>
    Task DeleteAsync(IReadOnlyList<long> ids, CancellationToken ct = default);
}

/// <summary>What the annotations of a task must look like.</summary>
public enum DataSchema
{
    /// <summary>The platform's annotation format, version 1: lists of annotations by media type, such as <c>images</c>.</summary>
    DmSchemaV1,

    /// <summary>Any JSON object.</summary>
    Any,
}
