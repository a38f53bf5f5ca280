namespace Synapse.Generators.Model.Codecs;

/// <summary>The codecs that an action or a journaled type needs, or those of them that its file has to hold.</summary>
/// <param name="HintName">Name of the generated file; says whose codecs they are.</param>
/// <param name="Codecs">The codecs.</param>
internal sealed record CodecFile(string HintName, EquatableArray<CodecModel> Codecs);

/// <summary>The file that holds a codec which several need.</summary>
internal sealed record SharedCodec(string ClassName, string HintName);

/// <summary>All that are shared; a class, because for every struct in a pipeline the driver's tables are compiled anew.</summary>
internal sealed record SharedCodecs(EquatableArray<SharedCodec> All);
