using Microsoft.CodeAnalysis;
using Synapse.Generators.Model.Codecs;

namespace Synapse.Generators.Parsing.Codecs;

/// <summary>What the parser of one type may ask for the types inside it.</summary>
internal interface ICodecVisit
{
    /// <summary>The codec's class for a type, or null when it was refused.</summary>
    string? Class(ITypeSymbol type, string path);

    /// <summary>A value in place, or null when it was refused.</summary>
    CodecValue? Value(ITypeSymbol type, string path);

    /// <summary>Ends the walk; the first refusal stands.</summary>
    void Refuse(string path, string reason);
}
