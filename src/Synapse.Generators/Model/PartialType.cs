namespace Synapse.Generators.Model;

/// <summary>What generated code repeats of a declaration to add members to it.</summary>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="Headers">One for each type from the outermost in: <c>partial class Outer</c>, <c>partial record Inner</c>.</param>
/// <param name="Name">The innermost type's simple name, escaped where it is a keyword.</param>
/// <param name="FullName">With <c>global::</c>, as other generated code names the type.</param>
/// <param name="MetadataName">Namespace, nesting with <c>+</c>, arity with a backtick.</param>
/// <param name="IsAmbiguous">Another declaration of the compilation differs from this one in case only.</param>
internal sealed record PartialType(
    string Namespace,
    EquatableArray<string> Headers,
    string Name,
    string FullName,
    string MetadataName,
    bool IsAmbiguous);
