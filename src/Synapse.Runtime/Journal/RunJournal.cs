using Synapse.Runtime.Journal.Items;
using Synapse.Runtime.Journal.Records;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Journal;

/// <summary>
/// A run's durable memory. Records committed in one call become durable together or not at all.
/// The first error that leaves the outcome unknown ends it for good: what is true is then read by the next process.
/// </summary>
internal sealed class RunJournal : IDisposable
{
    private const int MaxCrashes = 5;

    private readonly Lock _gate = new();
    private readonly JournalConnection _connection;
    private readonly Reserve _reserve;
    private readonly RunFolder _folder;
    private readonly IRecordShipper? _shipper;
    private JournalException? _broken;
    private double _committedHighWater;
    private long _loops;
    private bool _hasCrashes;

    private RunJournal(RunFolder folder, JournalConnection connection, Reserve reserve, bool crashed, JournalOptions options)
    {
        _folder = folder;
        _connection = connection;
        _reserve = reserve;
        _shipper = options.Shipper;
        var database = connection.Database;
        _loops = database.QueryInt64("SELECT coalesce(max(id), 0) FROM loop");
        var run = JournalReader.ReadRun(database);
        HighWater = _committedHighWater = run.HighWater;
        _hasCrashes = run.Crashes > 0; // also of processes before one that ended well
        IsCrashing = crashed && run.Crashes >= MaxCrashes;
        IsDurable = !database.InTransaction;
        Items = new ItemWriter(this);
        Outputs = new OutputStore(folder);
    }

    public RunFolder Folder => _folder;

    public ItemWriter Items { get; }

    public OutputStore Outputs { get; }

    /// <summary>Whether the run exists for anybody else: a new one does from its first commit on.</summary>
    public bool IsDurable { get; private set; }

    /// <summary>Five processes in a row died over this run without anything newly durable.</summary>
    public bool IsCrashing { get; }

    /// <summary>
    /// Progress as shown, in percent; it never falls, and becomes durable with the next commit of anything. What finished
    /// steps amount to need not be set: it follows from their rows.
    /// </summary>
    public double HighWater { get; set; }

    /// <summary>
    /// At the first full disk the reserve is given back and the commit tried again, so that nothing finished is lost. Then
    /// the run must end, for going on would eat what its end needs: the commit throws although it is durable. Set this once
    /// only the end is left to write.
    /// </summary>
    public bool SpendReserve { get; set; }

    public static RunJournal Create(RunFolder folder, RunStart start, ProcessIdentity process, JournalOptions options)
    {
        try
        {
            var reserve = Reserve.Take(folder);
            return JournalConnection.Create(folder, database =>
            {
                var id = JournalOpening.Create(database, start, process, options.Clock);
                return new RunJournal(folder, new JournalConnection(database, id, options.Clock), reserve, crashed: false, options);
            });
        }
        catch
        {
            folder.Discard();
            throw;
        }
    }

    public static RunJournal Open(RunFolder folder, ProcessIdentity process, JournalOptions options) =>
        JournalConnection.Open(folder, database =>
        {
            JournalSchema.Verify(database);
            var (id, crashed) = JournalOpening.Continue(database, process, options.Clock);
            return new RunJournal(folder, new JournalConnection(database, id, options.Clock), Reserve.Take(folder), crashed, options);
        });

    public void Commit(params ReadOnlySpan<JournalRecord> records)
    {
        lock (_gate)
        {
            ThrowIfBroken();
            try
            {
                CommitOnce(records);
            }
            catch (SqliteException e)
            {
                // A write refused for lack of space cannot have reached the end of the log: nothing was committed.
                if (e.Fault != SqliteFault.Full || !IsDurable || !_reserve.Release())
                {
                    throw Break(e);
                }

                Reopen(e);
                RetryOnce(records);
                if (!SpendReserve)
                {
                    throw new JournalException(_folder.Database, e);
                }
            }
            catch
            {
                _connection.Database.Rollback();
                throw;
            }
        }
    }

    /// <summary>Reads under the mutex, from the writing connection: always what was committed last.</summary>
    public T Read<T>(Func<SqliteDatabase, T> query)
    {
        lock (_gate)
        {
            ThrowIfBroken();
            try
            {
                return query(_connection.Database);
            }
            catch (SqliteException e)
            {
                throw Break(e);
            }
        }
    }

    /// <summary>The id of a loop, which is opened if this is its first attempt.</summary>
    public LoopRow OpenLoop(int position, JournalPhase phase, string name)
    {
        lock (_gate)
        {
            if (Read(database => JournalReader.FindLoop(database, position, phase, name)) is { } row)
            {
                return row;
            }

            var id = ++_loops;
            Commit(new LoopOpened(id, position, phase, name));
            return new LoopRow(id, position, phase, name, Sealed: false, Done: 0, Failed: 0);
        }
    }

    /// <summary>Ends the work on the run: what is queued is written, and the log folded into the one file that a finished run is.</summary>
    public void Close()
    {
        Items.Dispose();
        lock (_gate)
        {
            if (_broken is null && IsDurable)
            {
                _connection.Fold();
            }
        }

        Dispose();
    }

    public void Dispose()
    {
        Items.Dispose();
        lock (_gate)
        {
            _broken ??= new JournalException("The journal is closed.", new ObjectDisposedException(nameof(RunJournal)));
            _connection.Dispose();
            _reserve.Release();
        }

        if (!IsDurable)
        {
            _folder.Discard();
        }
    }

    private void CommitOnce(ReadOnlySpan<JournalRecord> records)
    {
        var highWater = HighWater;
        var progress = false;
        if (IsDurable)
        {
            _connection.Database.Begin();
        }

        foreach (var record in records)
        {
            _connection.Writer.Apply(record);
            progress |= record.IsProgress;
        }

        if (highWater > _committedHighWater)
        {
            _connection.Writer.SetHighWater(highWater);
        }

        if (_hasCrashes && progress)
        {
            _connection.Writer.ClearCrashes();
        }

        _connection.Database.Commit();
        IsDurable = true;
        _committedHighWater = highWater;
        _hasCrashes &= !progress;
        _shipper?.Ship(records);
    }

    private void RetryOnce(ReadOnlySpan<JournalRecord> records)
    {
        try
        {
            CommitOnce(records);
        }
        catch (SqliteException e)
        {
            throw Break(e);
        }
    }

    private void Reopen(SqliteException cause)
    {
        try
        {
            _connection.Reopen();
        }
        catch (SqliteException)
        {
            throw Break(cause);
        }
    }

    private JournalException Break(SqliteException cause)
    {
        _connection.Database.Rollback();
        return _broken = new JournalException(_folder.Database, cause);
    }

    private void ThrowIfBroken()
    {
        if (_broken is { } broken)
        {
            throw broken;
        }
    }
}
