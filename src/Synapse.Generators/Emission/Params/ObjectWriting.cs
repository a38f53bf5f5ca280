using Synapse.Generators.Model.Params;

namespace Synapse.Generators.Emission.Params;

/// <summary>Writes how an object becomes JSON again: every member, in order, secrets as references.</summary>
internal static class ObjectWriting
{
    public static void Write(SourceWriter writer, ParamsModel model)
    {
        using (writer.Open($"public static void Write(global::System.Text.Json.Utf8JsonWriter writer, {model.Type.FullName} value)"))
        {
            writer.Write("writer.WriteStartObject();");
            foreach (var member in model.Members)
            {
                writer.Write($"writer.WritePropertyName({Literal.Utf8(member.JsonName)});");
                Value(writer, member.Value, "value." + member.Name, depth: 0);
            }

            writer.Write("writer.WriteEndObject();");
        }
    }

    private static void Value(SourceWriter writer, ParamValue value, string expression, int depth)
    {
        if (!value.IsNullable)
        {
            Present(writer, value, expression, depth);
            return;
        }

        var some = "some" + depth;
        using (writer.Open($"if ({expression} is {{ }} {some}{depth}{Tail(expression)})"))
        {
            Present(writer, value, $"{some}{depth}{Tail(expression)}", depth);
        }

        writer.Write("else writer.WriteNullValue();");
    }

    private static void Present(SourceWriter writer, ParamValue value, string expression, int depth)
    {
        switch (value)
        {
            case ScalarParam { Scalar.Write: var write }:
                writer.Write(write.Replace("{0}", expression));
                break;
            case EnumParam:
                writer.Write($"{EnumWriting.WriteMethod(value.Type)}(writer, {expression});");
                break;
            case NestedParam:
                writer.Write($"{value.Type}.ParamsDescriptor.Write(writer, {expression});");
                break;
            case ListParam { Item: var item }:
                Items(writer, "Array", expression, item, depth);
                break;
            case MapParam { Item: var item }:
                Items(writer, "Object", expression, item, depth);
                break;
        }
    }

    private static void Items(SourceWriter writer, string form, string expression, ParamValue item, int depth)
    {
        var local = "item" + depth;
        writer.Write($"writer.WriteStart{form}();");
        using (writer.Open($"foreach (var {local} in {expression})"))
        {
            if (form == "Object")
            {
                writer.Write($"writer.WritePropertyName(global::System.FormattableString.Invariant($\"{{{local}.Key}}\"));");
            }

            Value(writer, item, form == "Object" ? local + ".Value" : local, depth + 1);
        }

        writer.Write($"writer.WriteEnd{form}();");
    }

    private static string Tail(string expression) => expression.Substring(expression.LastIndexOf('.') + 1).TrimStart('@');
}
