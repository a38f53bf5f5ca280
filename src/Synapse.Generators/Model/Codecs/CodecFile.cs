namespace Synapse.Generators.Model.Codecs;

/// <summary>The codecs that an action or a journaled type needs.</summary>
/// <param name="HintName">Name of the generated file; says whose codecs they are.</param>
/// <param name="Codecs">Each type once.</param>
internal sealed record CodecFile(string HintName, EquatableArray<CodecModel> Codecs);
