using Synapse.Generators.Model.Params;

namespace Synapse.Generators.Emission.Params;

/// <summary>Writes the statements that read one value into a variable.</summary>
internal static class ValueReading
{
    public static void Write(SourceWriter writer, ParamMember member)
    {
        var target = "given." + member.Name;
        var text = Texts.Allowed(member);
        string[] Checks(string value) => [.. member.Constraints.SelectMany(c => ConstraintChecks.Of(c, member, text, value))];
        Value(writer, member.Value, target, Literal.String(text), Checks, depth: 0);
    }

    // Checks are statements about the value read, whose name they are given. All ends with the target assigned, or an error reported.
    private static void Value(SourceWriter writer, ParamValue value, string target, string allowed, Func<string, string[]> checks, int depth)
    {
        if (value.IsNullable)
        {
            using (writer.Open("if (!reader.IsNull())"))
            {
                Present(writer, value, target, allowed, checks, depth);
            }
        }
        else
        {
            Present(writer, value, target, allowed, checks, depth);
        }
    }

    private static void Present(SourceWriter writer, ParamValue value, string target, string allowed, Func<string, string[]> checks, int depth)
    {
        switch (value)
        {
            case ScalarParam { Scalar: var scalar } known:
                var more = known.AllowNonFinite && scalar.Kind == ScalarKind.Floating ? ", allowNonFinite: true" : string.Empty;
                Scalar(writer, value, $"reader.Try{Method(known)}", $", {allowed}{more}", target, checks, depth);
                break;
            case EnumParam:
                Scalar(writer, value, EnumWriting.Method(value.Type) + "(ref reader, ", string.Empty, target, checks, depth);
                break;
            case NestedParam:
                writer.Write($"{target} = {value.Type}.ParamsDescriptor.Read(ref reader);");
                break;
            case ListParam list:
                List(writer, list, target, allowed, checks, depth);
                break;
            case MapParam map:
                Map(writer, map, target, allowed, checks, depth);
                break;
        }
    }

    private static void Scalar(SourceWriter writer, ParamValue value, string method, string arguments, string target, Func<string, string[]> checks, int depth)
    {
        var isWrapped = value is { IsNullable: true, IsReference: false };
        var local = isWrapped ? "value" + Suffix(depth) : target;
        var call = (method.Contains('(') ? method : method + "(") + $"out {(isWrapped ? "var " : string.Empty)}{local}{arguments})";
        if (!isWrapped && checks(local).Length == 0)
        {
            writer.Write(call + ";");
            return;
        }

        using (writer.Open($"if ({call})"))
        {
            Array.ForEach(checks(local), check => writer.Write(check));
            if (isWrapped)
            {
                writer.Write($"{target} = {local};");
            }
        }
    }

    private static void List(SourceWriter writer, ListParam list, string target, string allowed, Func<string, string[]> checks, int depth)
    {
        var items = "items" + Suffix(depth);
        using (writer.Open($"if (reader.StartArray({allowed}))"))
        {
            writer.Write($"var {items} = new {list.Construction}();");
            using (writer.Open("while (reader.NextItem())"))
            {
                Item(writer, list.Item, item => $"{items}.Add({item});", depth);
            }

            Array.ForEach(checks(items), check => writer.Write(check));
            writer.Write($"{target} = {Converted(items, list.Conversion)};");
        }
    }

    private static void Map(SourceWriter writer, MapParam map, string target, string allowed, Func<string, string[]> checks, int depth)
    {
        var items = "items" + Suffix(depth);
        var name = "name" + Suffix(depth);
        using (writer.Open($"if (reader.StartMap({allowed}))"))
        {
            writer.Write($"var {items} = new {map.Construction}();");
            using (writer.Open($"while (reader.NextKey() is {{ }} {name})"))
            {
                var key = name;
                if (map.Key is { } scalar)
                {
                    key = "key" + Suffix(depth);
                    writer.Write($"if (!reader.TryKey<{map.KeyType}>({name}, out var {key}, {Literal.String(scalar.Noun)})) continue;");
                }

                writer.Write($"if ({items}.ContainsKey({key})) {{ reader.DuplicateKey(); continue; }}");
                writer.Write("reader.ToValue();");
                Item(writer, map.Item, item => $"{items}.Add({key}, {item});", depth);
            }

            Array.ForEach(checks(items), check => writer.Write(check));
            writer.Write($"{target} = {Converted(items, map.Conversion)};");
        }
    }

    private static void Item(SourceWriter writer, ParamValue item, Func<string, string> add, int depth)
    {
        var local = "item" + Suffix(depth);
        if (item is ScalarParam { IsNullable: false } scalar)
        {
            var more = scalar.AllowNonFinite ? ", allowNonFinite: true" : string.Empty;
            writer.Write($"if (reader.Try{Method(scalar)}(out {item.Type} {local}, {Literal.String(scalar.Scalar.Noun)}{more})) {add(local)}");
            return;
        }

        var type = item.IsNullable || item.IsReference ? item.Type + "?" : item.Type;
        writer.Write($"{type} {local} = default;");
        writer.Write($"var errors{Suffix(depth)} = reader.Errors.Count;");
        Value(writer, item, local, Literal.String(Texts.Allowed(item, [])), static _ => [], depth + 1);
        writer.Write($"if (reader.Errors.Count == errors{Suffix(depth)}) {add(local)}");
    }

    private static string Method(ScalarParam value) =>
        value.Scalar.Method == "Integer" ? $"Integer<{value.Type}>" : value.Scalar.Method;

    private static string Converted(string items, string conversion) => conversion switch
    {
        "" => items,
        ".ToArray()" => items + conversion,
        _ when conversion.Contains("Dictionary") => $"global::System.Collections.Immutable.ImmutableDictionary.ToImmutableDictionary({items})",
        _ => $"global::System.Collections.Immutable.{conversion.Substring(3, conversion.Length - 5)}.{conversion.Substring(1, conversion.Length - 3)}({items})",
    };

    private static string Suffix(int depth) => depth == 0 ? string.Empty : depth.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
