using System.Globalization;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Tests.Support;

namespace Synapse.Runtime.Tests.Journal;

public sealed class RunLockTests : IDisposable
{
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Run_held_by_another_process_is_refused_naming_it()
    {
        using var holder = Hold();
        var error = Assert.Throws<RunHeldException>(() => RunLock.Acquire(_run.Folder));
        Assert.Contains(holder.Id.ToString(CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lock_is_free_once_its_holder_was_killed()
    {
        using var holder = Hold();
        holder.Kill();
        using var taken = RunLock.Acquire(_run.Folder);
    }

    [Fact]
    public void Lock_can_be_taken_again_after_release()
    {
        RunLock.Acquire(_run.Folder).Dispose();
        RunLock.Acquire(_run.Folder).Dispose();
        Assert.True(File.Exists(_run.Folder.Lock));
    }

    private TestProcess Hold()
    {
        File.WriteAllText(_run.Folder.Database, "damaged, so listed");
        var holder = TestProcess.Start("hold-lock", _run.State.Path, _run.Folder.Id.Text);
        Assert.Equal("held", holder.ReadLine());
        return holder;
    }
}
