using Synapse.Backends;

namespace Synapse.Runtime.Hosting.Launching;

/// <summary>A backend that is opened by the first step that asks it for something: most runs of a plain function never do.</summary>
internal sealed class DeferredBackend(Func<IBackend> open) : IBackend, IDisposable
{
    private readonly Lazy<IBackend> _opened = new(open);

    public IDataFiles DataFiles => _opened.Value.DataFiles;

    public IDataUnits DataUnits => _opened.Value.DataUnits;

    public IDatasets Datasets => _opened.Value.Datasets;

    public IModels Models => _opened.Value.Models;

    public void Dispose()
    {
        if (_opened.IsValueCreated && _opened.Value is IDisposable backend)
        {
            backend.Dispose();
        }
    }
}
