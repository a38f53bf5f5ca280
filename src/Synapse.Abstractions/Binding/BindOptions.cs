using System.ComponentModel;

namespace Synapse.Binding;

/// <summary>Who gave the parameters, which decides what an unknown name and a plain secret are.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum BindOptions
{
    /// <summary>A person, by flags or a file: unknown names are errors, secrets are references.</summary>
    Person,

    /// <summary>The platform: unknown names are ignored with a warning, secrets are plain.</summary>
    Platform,

    /// <summary>The journal: canonical, secrets are references.</summary>
    Journal,
}
