using Synapse.Generators.Model.Codecs;
using Synapse.Generators.Parsing.Codecs;

namespace Synapse.Generators.Emission.Actions;

/// <summary>Names codecs through an alias of their namespace: short to read, and nothing of the author's can hide it.</summary>
internal static class CodecAlias
{
    public const string Using = "using Codecs = global::" + CodecModel.Namespace + ";";

    public static string Of(CodecReference codec) => "Codecs::" + codec.Instance.Substring($"global::{CodecModel.Namespace}.".Length);
}
