namespace Synapse.Generators.Emission.Actions;

/// <summary>How other generated code names what is generated for a params type.</summary>
internal static class ParamsReference
{
    public static string Descriptor(string type) => type + ".ParamsDescriptor";
}
