using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Content;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Backends.Local.Writing;

namespace Synapse.Runtime.Backends.Local;

/// <summary>The open backend: its parts, each for what it does.</summary>
internal sealed class LocalStore : IDisposable
{
    private readonly FileLock _presence;

    private LocalStore(BackendFolder folder, FileLock presence)
    {
        _presence = presence;
        var segments = new SegmentFiles(folder.Segments);
        var blobs = new BlobFiles(folder);
        var writer = new IndexWriter(folder.Index, segments, blobs);
        writer.Open();
        Writes = new(writer);
        Index = new(folder.Index);
        Intake = new(blobs);
        Content = new(segments, blobs);
    }

    public GroupCommit Writes { get; }

    public IndexReader Index { get; }

    public ContentIntake Intake { get; }

    public ContentFiles Content { get; }

    public static LocalStore Open(BackendFolder folder)
    {
        try
        {
            var presence = folder.Enter();
            try
            {
                // A lost index must not look like an empty backend.
                if (!File.Exists(folder.Index) && folder.HasContent)
                {
                    throw new BackendException($"{folder.Index} is missing, but files are stored beside it. Put back a copy of it, or choose another state folder with --state; the contents are kept.");
                }

                return new(folder, presence);
            }
            catch
            {
                presence.Dispose();
                throw;
            }
        }
        catch (IOException e) when (DiskFull.Is(e))
        {
            throw DiskFull.At(folder.Path, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BackendException($"The embedded backend in {folder.Path} cannot be opened: {e.Message} Choose another place with --state DIR.", e);
        }
    }

    public void Dispose()
    {
        Writes.Dispose();
        Index.Dispose();
        Intake.Dispose();
        _presence.Dispose();
    }
}
