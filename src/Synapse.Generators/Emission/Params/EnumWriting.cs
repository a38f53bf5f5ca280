using Synapse.Generators.Model.Params;

namespace Synapse.Generators.Emission.Params;

/// <summary>Writes how the enums of a params type are read and written: by name.</summary>
internal static class EnumWriting
{
    public static IEnumerable<EnumParam> In(ParamsModel model) => model.Members
        .SelectMany(m => Inside(m.Value))
        .GroupBy(e => e.Type, StringComparer.Ordinal)
        .Select(g => g.First() with { IsNullable = false });

    public static string Method(string type) => "Try" + Suffix(type);

    public static string WriteMethod(string type) => "Write" + Suffix(type);

    public static void Write(SourceWriter writer, EnumParam @enum)
    {
        var allowed = Literal.String(Texts.Noun(@enum));
        var names = Suffix(@enum.Type) + "Names";
        writer.Write($"private static readonly string[] {names} = {{ {string.Join(", ", @enum.Names.Select(n => Literal.String(n.JsonName)))} }};").Blank();
        using (writer.Open($"private static bool {Method(@enum.Type)}(ref global::Synapse.Binding.ParamReader reader, out {@enum.Type} value)"))
        {
            writer.Write($$"""
                value = default;
                if (!reader.IsText({{allowed}})) return false;
                """);
            foreach (var name in @enum.Names)
            {
                writer.Write($"if (reader.Is({Literal.Utf8(name.JsonName)})) {{ value = {@enum.Type}.{name.Name}; return true; }}");
            }

            writer.Write($"return reader.NoSuchValue({allowed}, {names});");
        }

        writer.Blank();
        using (writer.Open($"private static void {WriteMethod(@enum.Type)}(global::System.Text.Json.Utf8JsonWriter writer, {@enum.Type} value)"))
        {
            foreach (var name in @enum.Names)
            {
                writer.Write($"if (value == {@enum.Type}.{name.Name}) {{ writer.WriteStringValue({Literal.Utf8(name.JsonName)}); return; }}");
            }

            writer.Write($"throw new global::System.Text.Json.JsonException({Literal.String("Not a value of " + @enum.Type.Replace("global::", string.Empty) + ": ")} + value);");
        }
    }

    private static IEnumerable<EnumParam> Inside(ParamValue value) => value switch
    {
        EnumParam found => [found],
        ListParam { Item: var item } => Inside(item),
        MapParam { Item: var item } => Inside(item),
        _ => [],
    };

    private static string Suffix(string type) => type.Replace("global::", string.Empty).Replace("_", "__").Replace('.', '_').Replace("@", string.Empty);
}
