namespace Synapse.Generators.Emission;

/// <summary>What every generated file carries.</summary>
internal static class GeneratedCode
{
    /// <summary>Marks a type as generated. No version in it: an upgrade alone must not rewrite every file.</summary>
    public const string Attribute = "[global::System.CodeDom.Compiler.GeneratedCode(\"Synapse.Generators\", null)]";

    /// <summary>An assembly that shows its internals shows its codecs too; each uses its own, as the compiler picks them anyway.</summary>
    public const string OwnCodecs = "#pragma warning disable CS0436 // The same codec in a referenced plugin: the own one is used.";
}
