using System.ComponentModel;

namespace Synapse.Wiring;

/// <summary>The plugin that an assembly is, as the generator wrote it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PluginDescriptor
{
    /// <summary>Number of the contract between generated code and this library. It only grows; additions keep it.</summary>
    public const int Contract = 1;

    /// <summary>The plugin's code on the platform.</summary>
    public required string Code { get; init; }

    /// <summary>The name people read.</summary>
    public required string Name { get; init; }

    /// <summary>The plugin's version.</summary>
    public required string Version { get; init; }

    /// <summary>One sentence on what the plugin is for.</summary>
    public string? Description { get; init; }

    /// <summary>Where the platform lists the plugin.</summary>
    public PluginCategory Category { get; init; }

    /// <summary>The actions, by name.</summary>
    public required IReadOnlyList<ActionDescriptor> Actions { get; init; }
}
