using Synapse.Generators.Model;
using Synapse.Generators.Model.Codecs;

namespace Synapse.Generators.Emission.Codecs;

/// <summary>The bodies of <c>Codec&lt;T&gt;.Write</c>, one form of JSON each.</summary>
internal static class CodecWriting
{
    public static void Write(SourceWriter writer, CodecModel codec)
    {
        if (codec.Body is ObjectBody or ListBody or DictionaryBody or UnionBody)
        {
            writer.Write($"JournalJson.Present(value, {Literal.String(codec.Title)});");
        }

        switch (codec.Body)
        {
            case ValueBody { Value: var value }:
                Value(writer, "value", value, codec.Title);
                break;
            case EnumBody { Members: var members }:
                Enum(writer, codec, members);
                break;
            case ObjectBody { Members: var members, CanBeDerived: var canBeDerived }:
                Object(writer, codec, members, canBeDerived);
                break;
            case TupleBody { Elements: var elements }:
                Tuple(writer, codec, elements);
                break;
            case ListBody { Item: var item }:
                List(writer, codec, item);
                break;
            case DictionaryBody { Item: var item }:
                Dictionary(writer, codec, item);
                break;
            case UnionBody { Cases: var cases }:
                Union(writer, codec, cases);
                break;
        }
    }

    private static void Object(SourceWriter writer, CodecModel codec, EquatableArray<CodecMember> members, bool canBeDerived)
    {
        if (canBeDerived)
        {
            writer.Write($"JournalJson.Exactly(value.GetType(), typeof({codec.Type}));");
        }

        writer.Write("writer.WriteStartObject();");
        foreach (var member in members)
        {
            writer.Write($"writer.WritePropertyName({Literal.Utf8(member.JsonName)});");
            Value(writer, "value." + member.Name, member.Value, codec.Title + "." + member.Name);
        }

        writer.Write("writer.WriteEndObject();");
    }

    private static void Tuple(SourceWriter writer, CodecModel codec, EquatableArray<CodecValue> elements)
    {
        writer.Write("writer.WriteStartArray();");
        for (var i = 0; i < elements.Count; i++)
        {
            Value(writer, $"value.Item{i + 1}", elements[i], $"{codec.Title}.Item{i + 1}");
        }

        writer.Write("writer.WriteEndArray();");
    }

    private static void List(SourceWriter writer, CodecModel codec, CodecValue item)
    {
        writer.Write("writer.WriteStartArray();");
        using (writer.Open("foreach (var item in value)"))
        {
            Value(writer, "item", item, codec.Title + "[]");
        }

        writer.Write("writer.WriteEndArray();");
    }

    private static void Dictionary(SourceWriter writer, CodecModel codec, CodecValue item)
    {
        writer.Write("writer.WriteStartObject();");
        using (writer.Open("foreach (var pair in value)"))
        {
            writer.Write("writer.WritePropertyName(pair.Key);");
            Value(writer, "pair.Value", item, codec.Title + "[]");
        }

        writer.Write("writer.WriteEndObject();");
    }

    private static void Enum(SourceWriter writer, CodecModel codec, EquatableArray<EnumMember> members)
    {
        using (writer.Open("switch (value)"))
        {
            foreach (var member in members)
            {
                writer.Write($"case {codec.Type}.{member.Name}: writer.WriteStringValue({Literal.Utf8(member.JsonName)}); break;");
            }

            // Flags, and values that newer code knows.
            writer.Write($"default: writer.WriteNumberValue(({((EnumBody)codec.Body).Underlying})value); break;");
        }
    }

    private static void Union(SourceWriter writer, CodecModel codec, EquatableArray<UnionCase> cases)
    {
        writer.Write("writer.WriteStartArray();");
        using (writer.Open("switch (value)"))
        {
            foreach (var @case in cases)
            {
                writer.Write($"case {@case.Type} it: writer.WriteStringValue({Literal.Utf8(@case.Name)}); {CodecModel.InstanceOf(@case.Codec)}.Write(writer, it); break;");
            }

            writer.Write($"default: throw JournalJson.NotExpected(value?.GetType(), typeof({codec.Type}));");
        }

        writer.Write("writer.WriteEndArray();");
    }

    private static void Value(SourceWriter writer, string expression, CodecValue value, string path)
    {
        if (!value.IsNullable)
        {
            var checkedExpression = value.IsReference ? $"JournalJson.NotNull({expression}, {Literal.String(path)})" : expression;
            writer.Write(Call(checkedExpression, value));
            return;
        }

        writer.Write($"if ({expression} is {{ }} {Local(expression)}) {Call(Local(expression), value)}");
        writer.Write("else writer.WriteNullValue();");
    }

    private static string Call(string expression, CodecValue value) =>
        value.Scalar is not null
            ? $"JournalJson.Write(writer, {expression});"
            : $"{CodecModel.InstanceOf(value.Codec!)}.Write(writer, {expression});";

    private static string Local(string expression) =>
        expression.IndexOf('.') < 0 ? "some" : "some" + expression.Substring(expression.LastIndexOf('.') + 1).TrimStart('@');
}
