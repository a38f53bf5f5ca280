namespace Synapse.Generators.Model.Codecs;

/// <summary>A <c>[Journaled]</c> type: its codecs, and where loops find the one of the type itself.</summary>
internal sealed record JournaledType(string Type, string MetadataName, bool IsAmbiguous, string Instance, EquatableArray<CodecModel> Codecs);
