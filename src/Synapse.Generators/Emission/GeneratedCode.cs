namespace Synapse.Generators.Emission;

/// <summary>What every generated file carries.</summary>
internal static class GeneratedCode
{
    /// <summary>Marks a type as generated. No version in it: an upgrade alone must not rewrite every file.</summary>
    public const string Attribute = "[global::System.CodeDom.Compiler.GeneratedCode(\"Synapse.Generators\", null)]";
}
