namespace Synapse.Crash.Tests.Images;

/// <summary>Bytes at an offset, or a new length.</summary>
internal sealed record FileChange(long Time, long Offset, byte[] Data, long? Length);

/// <summary>A name that came (and which one it took the place of), or went.</summary>
internal sealed record NameChange(long Time, string Name, Node? Node, string? OldName);

internal abstract class Node
{
    public abstract IEnumerable<long> Pending { get; }

    public abstract void Sync();
}

internal sealed class FileNode : Node
{
    private readonly List<FileChange> _pending = [];
    private byte[] _durable = [];

    public long Length { get; private set; }

    public override IEnumerable<long> Pending => _pending.Select(change => change.Time);

    public void Change(FileChange change)
    {
        _pending.Add(change);
        Length = change.Length ?? Math.Max(Length, change.Offset + change.Data.Length);
    }

    public override void Sync()
    {
        _durable = After(Loss.None);
        _pending.Clear();
    }

    public byte[] After(Loss loss)
    {
        var content = _durable.ToArray();
        foreach (var change in _pending.Where(change => loss.Keeps(change.Time)))
        {
            if (change.Length is { } length)
            {
                Array.Resize(ref content, (int)length);
                continue;
            }

            foreach (var (start, count) in loss.Sectors(change))
            {
                var end = (int)change.Offset + start + count;
                if (content.Length < end)
                {
                    Array.Resize(ref content, end);
                }

                Array.Copy(change.Data, start, content, change.Offset + start, count);
            }
        }

        return content;
    }
}

internal sealed class DirectoryNode : Node
{
    private readonly List<NameChange> _pending = [];
    private Dictionary<string, Node> _durable = [];

    public Dictionary<string, Node> Now { get; } = [];

    public override IEnumerable<long> Pending => _pending.Select(change => change.Time);

    public IEnumerable<Node> Everyone => _durable.Values.Concat(Now.Values).Concat(_pending.Select(change => change.Node).OfType<Node>());

    public void Change(NameChange change)
    {
        _pending.Add(change);
        Apply(Now, change);
    }

    public override void Sync()
    {
        _durable = After(Loss.None);
        _pending.Clear();
    }

    public Dictionary<string, Node> After(Loss loss)
    {
        var names = new Dictionary<string, Node>(_durable);
        foreach (var change in _pending.Where(change => loss.Keeps(change.Time)))
        {
            Apply(names, change);
        }

        return names;
    }

    private static void Apply(Dictionary<string, Node> names, NameChange change)
    {
        if (change.OldName is { } old)
        {
            names.Remove(old);
        }

        if (change.Node is { } node)
        {
            names[change.Name] = node;
        }
        else
        {
            names.Remove(change.Name);
        }
    }
}
