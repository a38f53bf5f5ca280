using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Content;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Writing;

/// <summary>A change that waits for its group to be committed.</summary>
internal abstract class PendingWrite
{
    /// <summary>Content to store before the row, or null.</summary>
    public virtual PreparedContent? Content => null;

    /// <summary>What it adds to the size of its group.</summary>
    public virtual long Bytes => Content is { IsBlob: false } content ? content.Size : 0;

    /// <summary>What the content is called, for the segment it lies in.</summary>
    public virtual ContentName? Name => null;

    /// <summary>Done, or refused: nothing is left to write for it.</summary>
    public bool IsSettled { get; protected set; }

    /// <summary>Looks for what its key created before. Runs once without and once within the transaction.</summary>
    public abstract void Look(SqliteDatabase database);

    /// <summary>Changes the index, in the transaction of the group: it refuses before it writes, or not at all.</summary>
    /// <param name="database">In a transaction.</param>
    /// <param name="contentId">The row of its content.</param>
    public abstract void Apply(SqliteDatabase database, long contentId);

    /// <summary>Keeps what the caller is told after the commit.</summary>
    public abstract void Refuse(BackendException refusal);

    /// <summary>Tells the caller: the commit returned.</summary>
    public abstract void Complete();

    /// <summary>Tells the caller that nothing is known to be written.</summary>
    public abstract void Fail(Exception cause);
}
