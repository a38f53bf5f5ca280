namespace Synapse.Generators.Model;

/// <summary>What <c>[assembly: SynapsePlugin]</c> says.</summary>
internal sealed record PluginModel(string Code, string? Name, string? Version, string? Description, string Category);

/// <summary>What the compilation makes: reduced to what decides on <c>Main</c>.</summary>
internal sealed record ProgramModel(string AssemblyName, string Version, bool IsExecutable, bool HasEntryPoint);

/// <summary>An action as the manifest lists it, so that an edit of a step does not rewrite <c>Main</c>.</summary>
internal sealed record ActionSummary(string Name, string WiringType);
