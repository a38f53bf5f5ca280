namespace Synapse.Crash.Tests.Images;

/// <summary>
/// A disk with a cache, as strict as POSIX allows: a file's bytes and length are durable after a sync of the file, a name
/// after a sync of its directory, and nothing else is. What was done since may be on the disk or not, in any combination
/// that a <see cref="Loss"/> chooses; a rename within one directory is one step.
/// </summary>
internal sealed class Disk
{
    private readonly string _root;
    private readonly DirectoryNode _top = new();
    private long _clock;

    public Disk(string root) => _root = root;

    public void Apply(FileCall call)
    {
        if (call.Failed)
        {
            return;
        }

        switch (call.Kind)
        {
            case CallKind.Create:
                Create(call);
                break;
            case CallKind.Write:
                File(call.Path)?.Change(new FileChange(++_clock, call.Offset, call.Data, null));
                break;
            case CallKind.Truncate:
                File(call.Path)?.Change(new FileChange(++_clock, 0, [], call.Offset));
                break;
            case CallKind.Allocate:
                if (File(call.Path) is { } file && file.Length < call.Offset)
                {
                    file.Change(new FileChange(++_clock, 0, [], call.Offset));
                }

                break;
            case CallKind.Sync:
                Find(call.Path)?.Sync();
                break;
            case CallKind.MakeDirectory:
                Put(call.Path, new DirectoryNode());
                break;
            case CallKind.Link:
                Put(call.Path2, Find(call.Path)!);
                break;
            case CallKind.Unlink or CallKind.RemoveDirectory:
                Parent(call.Path).Change(new NameChange(++_clock, Name(call.Path), null, null));
                break;
            case CallKind.Rename:
                Rename(call.Path, call.Path2);
                break;
        }
    }

    /// <summary>Writes what could be found after the power went: the durable part, and of the rest what the loss keeps.</summary>
    public void Write(string target, Loss loss) => Write(_top, target, loss);

    public List<long> Pending()
    {
        var all = new List<long>();
        Visit(_top, []);
        all.Sort();
        return all;

        void Visit(Node node, HashSet<Node> seen)
        {
            if (!seen.Add(node))
            {
                return;
            }

            all.AddRange(node.Pending);
            foreach (var child in (node as DirectoryNode)?.Everyone ?? [])
            {
                Visit(child, seen);
            }
        }
    }

    private static void Write(Node node, string target, Loss loss)
    {
        if (node is FileNode file)
        {
            System.IO.File.WriteAllBytes(target, file.After(loss));
            return;
        }

        Directory.CreateDirectory(target);
        foreach (var (name, child) in ((DirectoryNode)node).After(loss))
        {
            Write(child, Path.Combine(target, name), loss);
        }
    }

    private void Create(FileCall call)
    {
        if (Find(call.Path) is not FileNode file)
        {
            Put(call.Path, new FileNode());
        }
        else if (call.Truncates)
        {
            file.Change(new FileChange(++_clock, 0, [], 0));
        }
    }

    private void Rename(string from, string to)
    {
        var node = Find(from)!;
        var (source, target) = (Parent(from), Parent(to));
        if (source == target)
        {
            target.Change(new NameChange(++_clock, Name(to), node, Name(from)));
            return;
        }

        target.Change(new NameChange(++_clock, Name(to), node, null));
        source.Change(new NameChange(++_clock, Name(from), null, null));
    }

    private void Put(string path, Node node) => Parent(path).Change(new NameChange(++_clock, Name(path), node, null));

    private FileNode? File(string path) => Find(path) as FileNode;

    private DirectoryNode Parent(string path) => (DirectoryNode)Find(Path.GetDirectoryName(path)!)!;

    private static string Name(string path) => Path.GetFileName(path);

    private Node? Find(string path)
    {
        Node? node = _top;
        foreach (var name in path[_root.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            node = (node as DirectoryNode)?.Now.GetValueOrDefault(name);
        }

        return node;
    }
}
