using Synapse.Generators.Model.Params;

namespace Synapse.Generators.Emission.Params;

/// <summary>JSON Schema (draft 2020-12) of a params type, with the nested ones as definitions.</summary>
internal static class SchemaText
{
    public static string Of(ParamsModel model)
    {
        var root = Object(model);
        root.InsertProperty(0, "$schema", JsonText.String("https://json-schema.org/draft/2020-12/schema"));
        root.InsertProperty(1, "title", JsonText.String(model.Title));
        if (model.Nested.Count > 0)
        {
            var definitions = new JsonObject();
            foreach (var nested in model.Nested)
            {
                definitions.Add(nested.Type.MetadataName, Object(nested));
            }

            root.Add("$defs", definitions);
        }

        return root.ToString();
    }

    private static JsonObject Object(ParamsModel model)
    {
        var schema = new JsonObject();
        schema.Add("type", JsonText.String("object"));
        schema.AddText("description", model.Summary);
        var properties = new JsonObject();
        foreach (var member in model.Members)
        {
            properties.Add(member.JsonName, Property(member));
        }

        schema.Add("properties", properties);
        var required = model.Members.Where(m => m.IsRequired).Select(m => JsonText.String(m.JsonName)).ToArray();
        if (required.Length > 0)
        {
            schema.Add("required", $"[{string.Join(", ", required)}]");
        }

        schema.Add("additionalProperties", "false");
        return schema;
    }

    private static JsonObject Property(ParamMember member)
    {
        var schema = Value(member.Value);
        foreach (var constraint in member.Constraints)
        {
            Add(schema, constraint, member.Value);
        }

        schema.AddText("description", member.Description);
        if (member.DefaultJson is not null)
        {
            schema.Add("default", member.DefaultJson);
        }

        return schema;
    }

    private static JsonObject Value(ParamValue value)
    {
        var schema = new JsonObject();
        switch (value)
        {
            case ScalarParam { Scalar: var scalar }:
                Type(schema, scalar.SchemaType, value.IsNullable);
                schema.AddText("format", scalar.SchemaFormat.Length == 0 ? null : scalar.SchemaFormat);
                if (scalar.Kind == ScalarKind.Secret)
                {
                    schema.Add("writeOnly", "true");
                }

                break;
            case EnumParam { Names: var names }:
                var values = names.Select(n => JsonText.String(n.JsonName)).Concat(value.IsNullable ? ["null"] : []);
                schema.Add("enum", $"[{string.Join(", ", values)}]");
                break;
            case ListParam { Item: var item }:
                Type(schema, "array", value.IsNullable);
                schema.Add("items", Value(item));
                break;
            case MapParam { Item: var item }:
                Type(schema, "object", value.IsNullable);
                schema.Add("additionalProperties", Value(item));
                break;
            case NestedParam { MetadataName: var name } when value.IsNullable:
                schema.Add("anyOf", $"[{{ \"$ref\": {Reference(name)} }}, {{ \"type\": \"null\" }}]");
                break;
            case NestedParam { MetadataName: var name }:
                schema.Add("$ref", Reference(name));
                break;
        }

        return schema;
    }

    private static void Type(JsonObject schema, string type, bool isNullable)
    {
        if (type.Length > 0)
        {
            schema.Add("type", isNullable ? $"[{JsonText.String(type)}, \"null\"]" : JsonText.String(type));
        }
    }

    private static void Add(JsonObject schema, ParamConstraint constraint, ParamValue value)
    {
        switch (constraint)
        {
            case RangeConstraint range:
                schema.AddRaw(range.IsMinExclusive ? "exclusiveMinimum" : "minimum", range.MinText);
                schema.AddRaw(range.IsMaxExclusive ? "exclusiveMaximum" : "maximum", range.MaxText);
                break;
            case LengthConstraint length:
                var unit = value switch { ListParam => "Items", MapParam => "Properties", _ => "Length" };
                schema.AddRaw("min" + unit, length.Min > 0 ? JsonText.Of(length.Min) : null);
                schema.AddRaw("max" + unit, length.Max >= 0 ? JsonText.Of(length.Max) : null);
                break;
            case PatternConstraint { Pattern: var pattern }:
                schema.AddText("pattern", $"^(?:{pattern})$");
                break;
            case ValuesConstraint { Json: var json, AreDenied: false }:
                schema.Add("enum", $"[{string.Join(", ", value.IsNullable ? json.Append("null") : json)}]");
                break;
            case ValuesConstraint { Json: var json }:
                schema.Add("not", $"{{ \"enum\": [{string.Join(", ", json)}] }}");
                break;
            case MultipleConstraint { Text: var factor }:
                schema.Add("multipleOf", factor);
                break;
            case UniqueConstraint:
                schema.Add("uniqueItems", "true");
                break;
            case FormatConstraint { Check: "IsBase64" }:
                schema.AddText("contentEncoding", "base64");
                break;
            case FormatConstraint { SchemaFormat: var format }:
                schema.AddText("format", format);
                break;
        }
    }

    private static string Reference(string name) =>
        JsonText.String("#/$defs/" + name.Replace("~", "~0").Replace("/", "~1"));
}
