using Synapse.Generators.Model.Params;

namespace Synapse.Generators.Emission.Params;

/// <summary>Writes <c>ParamsDescriptor</c>: schema, fields for flags and help, and the way to the binder.</summary>
internal static class DescriptorWriting
{
    public static void Write(SourceWriter writer, ParamsModel model)
    {
        writer.Write($"""
            /// <summary>How these parameters are read, written and described.</summary>
            {ParamsEmitter.Hidden}
            """);
        using (writer.Open($"public {ParamsEmitter.New(model)}static global::Synapse.Wiring.ParamsDescriptor<{model.Type.FullName}> ParamsDescriptor {{ get; }} = new()", "};"))
        {
            writer.Write($"TypeName = {Literal.String(model.Title)},");
            Schema(writer, SchemaText.Of(model));
            using (writer.Open("Fields = new global::Synapse.Wiring.ParamField[]", "},"))
            {
                foreach (var member in model.Members)
                {
                    Field(writer, member);
                }
            }

            writer.Write("""
                Read = ParamsBinder.Read,
                Write = ParamsBinder.Write,
                """);
        }
    }

    private static void Schema(SourceWriter writer, string schema)
    {
        var quotes = new string('"', Math.Max(3, LongestRun(schema) + 1));
        using (writer.Indent("JsonSchema = " + quotes))
        {
            writer.Write(schema).Write(quotes + ",");
        }
    }

    private static void Field(SourceWriter writer, ParamMember member)
    {
        using (writer.Open("new()", "},"))
        {
            writer.Write($"Name = {Literal.String(member.JsonName)},");
            writer.Write($"Kind = global::Synapse.Wiring.ParamKind.{Kind(member.Value)},");
            if (member.IsRequired)
            {
                writer.Write("Required = true,");
            }

            writer.Write($"Allowed = {Literal.String(Texts.Allowed(member))},");
            Optional(writer, "Default", member.DefaultJson);
            Optional(writer, "Description", member.Description);
            if (member.Value is NestedParam { IsCycle: false } nested)
            {
                writer.Write($"Fields = {nested.Type}.ParamsDescriptor.Fields,");
            }
        }
    }

    private static void Optional(SourceWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.Write($"{name} = {Literal.String(text)},");
        }
    }

    private static string Kind(ParamValue value) => value switch
    {
        ScalarParam { Scalar.Kind: ScalarKind.Integer or ScalarKind.Floating or ScalarKind.Decimal } => "Number",
        ScalarParam { Scalar.Kind: ScalarKind.Switch } => "Switch",
        ScalarParam { Scalar.Kind: ScalarKind.Secret } => "Secret",
        ScalarParam { Scalar.Kind: ScalarKind.Json } => "Json",
        ListParam => "List",
        MapParam or NestedParam => "Object",
        _ => "Text",
    };

    private static int LongestRun(string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var c in text)
        {
            run = c == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
