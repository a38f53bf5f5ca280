namespace Synapse;

/// <summary>Declares the plugin that this assembly is. Exactly one, on the assembly.</summary>
/// <param name="code">The plugin's code on the platform: lower-case letters, digits, <c>-</c> and <c>_</c>, starting with a letter.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class SynapsePluginAttribute(string code) : Attribute
{
    /// <summary>The plugin's code on the platform; also the name of the binary in its own help.</summary>
    public string Code { get; } = code;

    /// <summary>The name people read. Default: the code.</summary>
    public string? Name { get; set; }

    /// <summary>One sentence on what the plugin is for.</summary>
    public string? Description { get; set; }

    /// <summary>The plugin's version (semantic versioning). Default: the assembly's version.</summary>
    public string? Version { get; set; }

    /// <summary>Where the platform lists the plugin.</summary>
    public PluginCategory Category { get; set; } = PluginCategory.Custom;
}
