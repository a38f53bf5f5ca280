using System.ComponentModel;

namespace Synapse.Wiring;

/// <summary>The kinds of action; each has its own attribute and context.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ActionKind
{
    /// <summary>No particular kind.</summary>
    Function,

    /// <summary>Trains a model.</summary>
    Train,

    /// <summary>Exports data.</summary>
    Export,

    /// <summary>Uploads files.</summary>
    Upload,

    /// <summary>Runs a model.</summary>
    Inference,

    /// <summary>Puts a model into service.</summary>
    Deployment,

    /// <summary>Annotates tasks before people do.</summary>
    AddTaskData,
}
