using Synapse.Backend.Tests.Support;
using Synapse.Backends;

namespace Synapse.Backend.Tests;

public sealed class AssignmentTests : IDisposable
{
    private readonly TestBackend _test = new();

    public void Dispose() => _test.Dispose();

    private IAssignments Assignments => _test.Backend.Assignments;

    [Fact]
    public async Task Assignment_has_its_task_and_what_that_is_of()
    {
        var (project, tasks) = await NewTasksAsync(1);
        var ids = await Assignments.CreateAsync(tasks, "ann", "k");
        var assignment = await Assignments.GetAsync(ids[0]);
        Assert.Equal((ids[0], tasks[0], project, "ann"), (assignment.Id, assignment.Task, assignment.Project, assignment.Assignee));
        Assert.Equal("image0.bin", assignment.PrimaryFile!.Name);
        Assert.Null(assignment.Data);
    }

    [Fact]
    public async Task Same_key_returns_the_same_assignments_and_another_person_is_refused()
    {
        var (_, tasks) = await NewTasksAsync(2);
        var first = await Assignments.CreateAsync(tasks, "ann", "k");
        Assert.Equal(first, await Assignments.CreateAsync(tasks, "ann", "k"));
        var error = await Assert.ThrowsAsync<BackendException>(() => Assignments.CreateAsync(tasks, "bob", "k"));
        Assert.Contains("assignments to 'bob'", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<BackendException>(() => Assignments.CreateAsync([tasks[1], tasks[0]], "ann", "k"));
    }

    [Fact]
    public async Task Task_that_is_not_there_is_refused()
    {
        var (_, tasks) = await NewTasksAsync(1);
        var error = await Assert.ThrowsAsync<BackendException>(() => Assignments.CreateAsync([tasks[0], 88], null, "k"));
        Assert.Contains("number 1 of the list: there is no task 88", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, await Assignments.CountAsync(new()));
    }

    [Fact]
    public async Task Everything_that_is_given_must_apply()
    {
        var (project, tasks) = await NewTasksAsync(3);
        var ann = await Assignments.CreateAsync(tasks, "ann", "ann");
        var bob = await Assignments.CreateAsync([tasks[2]], "bob", "bob");
        await Assignments.SubmitAsync(ann[1], LabelledUnits.Json("{}"));

        await ExpectAsync([.. ann, .. bob], new());
        await ExpectAsync([.. ann, .. bob], new() { Project = project });
        await ExpectAsync([], new() { Project = 99 });
        await ExpectAsync(bob, new() { Assignee = "bob" });
        await ExpectAsync([ann[2], bob[0]], new() { Tasks = [tasks[2], 77] });
        await ExpectAsync([ann[2]], new() { Tasks = [tasks[2]], Assignee = "ann" });
        await ExpectAsync([bob[0]], new() { Tasks = [tasks[2]], Ids = [ann[0], bob[0]] });
        await ExpectAsync([ann[1]], new() { LabelStatus = LabelStatus.Submitted, Project = project });
        await ExpectAsync([ann[0], ann[2]], new() { LabelStatus = LabelStatus.StandBy, Assignee = "ann" });
        await ExpectAsync([], new() { ReviewStatus = ReviewStatus.Rejected });
    }

    [Fact]
    public async Task Submitted_annotations_are_the_assignments_alone()
    {
        var (_, tasks) = await NewTasksAsync(1);
        var ids = await Assignments.CreateAsync(tasks, "ann", "k");
        await Assignments.SubmitAsync(ids[0], LabelledUnits.Json("""{"images":3}"""));
        await Assignments.SubmitAsync(ids[0], LabelledUnits.Json("""{"images":4}"""));
        var assignment = await Assignments.GetAsync(ids[0]);
        Assert.Equal(("""{"images":4}""", LabelStatus.Submitted), (assignment.Data!.Value.GetRawText(), assignment.LabelStatus));
        Assert.Null((await _test.Backend.Tasks.GetAsync(tasks[0])).Data);
        Assert.Equal(1, _test.Query("SELECT count(*) FROM annotation"));
    }

    [Fact]
    public async Task Submitting_no_object_or_to_nobody_is_refused()
    {
        var (_, tasks) = await NewTasksAsync(1);
        var ids = await Assignments.CreateAsync(tasks, "ann", "k");
        await Assert.ThrowsAsync<BackendException>(() => Assignments.SubmitAsync(ids[0], LabelledUnits.Json("3")));
        var error = await Assert.ThrowsAsync<BackendException>(() => Assignments.SubmitAsync(9, LabelledUnits.Json("{}")));
        Assert.Contains("no assignment 9", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assignments_of_deleted_units_are_not_there()
    {
        var (_, tasks) = await NewTasksAsync(2);
        var ids = await Assignments.CreateAsync(tasks, "ann", "k");
        await _test.Backend.DataUnits.DeleteAsync([(await _test.Backend.Tasks.GetAsync(tasks[0])).DataUnit]);
        await ExpectAsync([ids[1]], new());
        await Assert.ThrowsAsync<BackendException>(() => Assignments.GetAsync(ids[0]));
    }

    [Fact]
    public async Task Deleted_assignments_leave_their_tasks()
    {
        var (_, tasks) = await NewTasksAsync(2);
        var ids = await Assignments.CreateAsync(tasks, "ann", "k");
        await Assignments.DeleteAsync([ids[0], 55]);
        await Assignments.DeleteAsync([ids[0]]);
        await ExpectAsync([ids[1]], new());
        Assert.Equal(2, await _test.Backend.Tasks.CountAsync(new()));
    }

    private async Task<(long Project, IReadOnlyList<long> Tasks)> NewTasksAsync(int count)
    {
        var (project, units) = await _test.NewProjectAsync(count);
        return (project.Id, await _test.Backend.Tasks.CreateAsync(project.Id, units, "tasks"));
    }

    private async Task ExpectAsync(IReadOnlyList<long> ids, AssignmentFilter filter)
    {
        Assert.Equal(ids, await Assignments.ListAsync(filter).Select(assignment => assignment.Id).ToListAsync());
        Assert.Equal(ids.Count, await Assignments.CountAsync(filter));
    }
}
