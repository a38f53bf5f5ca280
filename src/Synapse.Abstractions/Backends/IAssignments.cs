using System.Text.Json;

namespace Synapse.Backends;

/// <summary>Assignments: tasks in the hands of people.</summary>
public interface IAssignments
{
    /// <summary>Assigns tasks in one transaction.</summary>
    /// <param name="tasks">The tasks' ids.</param>
    /// <param name="assignee">Who labels them, or null.</param>
    /// <param name="key">Idempotency key of the call.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <returns>The assignments' ids, in the order of <paramref name="tasks"/>.</returns>
    /// <exception cref="BackendException">A task does not exist.</exception>
    Task<IReadOnlyList<long>> CreateAsync(IReadOnlyList<long> tasks, string? assignee, string key, CancellationToken ct = default);

    /// <summary>The assignment with an id.</summary>
    /// <exception cref="BackendException">There is none, or its data unit is deleted.</exception>
    Task<Assignment> GetAsync(long id, CancellationToken ct = default);

    /// <summary>Assignments in the order of their ids, without those whose data unit is deleted.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="ct">Stops listing.</param>
    IAsyncEnumerable<Assignment> ListAsync(AssignmentFilter filter, CancellationToken ct = default);

    /// <summary>How many assignments <see cref="ListAsync"/> would list.</summary>
    Task<long> CountAsync(AssignmentFilter filter, CancellationToken ct = default);

    /// <summary>Submits annotations; what the assignment had before is replaced, and its label status becomes <see cref="LabelStatus.Submitted"/>. Its task stays as it is. Submitting the same again changes nothing.</summary>
    /// <param name="id">The assignment's id.</param>
    /// <param name="data">The annotations: a JSON object.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <exception cref="BackendException">There is no such assignment, or the data is no JSON object.</exception>
    Task SubmitAsync(long id, JsonElement data, CancellationToken ct = default);

    /// <summary>Removes assignments; their tasks stay. Removing ones that are gone is no error.</summary>
    Task DeleteAsync(IReadOnlyList<long> ids, CancellationToken ct = default);
}
