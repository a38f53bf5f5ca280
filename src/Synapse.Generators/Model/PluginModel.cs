namespace Synapse.Generators.Model;

/// <summary>What <c>[assembly: SynapsePlugin]</c> says.</summary>
internal sealed record PluginModel(string Code, string? Name, string? Version, string? Description, string Category);

/// <summary>What the compilation makes: reduced to what decides on <c>Main</c>.</summary>
internal sealed record ProgramModel(string AssemblyName, string Version, bool IsExecutable, bool HasEntryPoint);

/// <summary>An action as the manifest lists it, so that an edit of a step does not rewrite <c>Main</c>.</summary>
internal sealed record ActionSummary(string Name, string WiringType);

/// <summary>All actions. A class like <see cref="DeclaredPlugin"/>, because for every struct in a pipeline the driver's tables are compiled anew.</summary>
internal sealed record ActionSummaries(EquatableArray<ActionSummary> All);

/// <summary>What the compilation says of the plugin besides its actions.</summary>
internal sealed record DeclaredPlugin(PluginModel? Attribute, ProgramModel Program);
