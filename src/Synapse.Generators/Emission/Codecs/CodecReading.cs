using Synapse.Generators.Model;
using Synapse.Generators.Model.Codecs;

namespace Synapse.Generators.Emission.Codecs;

/// <summary>The bodies of <c>Codec&lt;T&gt;.Read</c>. Members come in the order in which they were written, so there is no look-up.</summary>
internal static class CodecReading
{
    public static void Write(SourceWriter writer, CodecModel codec)
    {
        switch (codec.Body)
        {
            case ValueBody { Value: var value }:
                writer.Write($"return {Value(value)};");
                break;
            case EnumBody { Members: var members, Underlying: var underlying }:
                Enum(writer, codec, members, underlying);
                break;
            case ObjectBody { Members: var members }:
                Object(writer, codec, members);
                break;
            case TupleBody { Elements: var elements }:
                Tuple(writer, elements);
                break;
            case ListBody { Item: var item, Form: var form, Construction: var construction }:
                List(writer, item, form, construction);
                break;
            case DictionaryBody { Item: var item, Form: var form, Construction: var construction }:
                Dictionary(writer, item, form, construction);
                break;
            case UnionBody { Cases: var cases }:
                Union(writer, codec, cases);
                break;
        }
    }

    private static void Object(SourceWriter writer, CodecModel codec, EquatableArray<CodecMember> members)
    {
        writer.Write("JournalJson.StartObject(ref reader);");
        foreach (var member in members)
        {
            writer.Write($"JournalJson.Name(ref reader, {Literal.Utf8(member.JsonName)});");
            writer.Write($"var {member.Local} = {Value(member.Value)};");
        }

        writer.Write("JournalJson.EndObject(ref reader);");
        var arguments = members.Where(m => m.Parameter >= 0).OrderBy(m => m.Parameter).Select(m => m.Local);
        var settable = members.Where(m => m.Parameter < 0).Select(m => $"{m.Name} = {m.Local}").ToArray();
        var initializer = settable.Length == 0 ? string.Empty : $" {{ {string.Join(", ", settable)} }}";
        writer.Write($"return new {codec.Type}({string.Join(", ", arguments)}){initializer};");
    }

    private static void Tuple(SourceWriter writer, EquatableArray<CodecValue> elements)
    {
        writer.Write("JournalJson.StartArray(ref reader);");
        for (var i = 0; i < elements.Count; i++)
        {
            writer.Write("JournalJson.Next(ref reader);");
            writer.Write($"var v{i} = {Value(elements[i])};");
        }

        writer.Write("JournalJson.EndArray(ref reader);");
        var locals = string.Join(", ", Enumerable.Range(0, elements.Count).Select(i => "v" + i));
        writer.Write(elements.Count == 1 ? $"return new({locals});" : $"return ({locals});");
    }

    private static void List(SourceWriter writer, CodecValue item, CollectionForm form, string construction)
    {
        var type = form == CollectionForm.Mutable ? construction : "global::System.Collections.Generic.List";
        writer.Write("JournalJson.StartArray(ref reader);");
        writer.Write($"var items = new {type}<{Annotated(item)}>();");
        using (writer.Open("while (JournalJson.NextItem(ref reader))"))
        {
            writer.Write($"items.Add({Value(item)});");
        }

        writer.Write(form == CollectionForm.Mutable ? "return items;" : $"return items{construction};");
    }

    private static void Dictionary(SourceWriter writer, CodecValue item, CollectionForm form, string construction)
    {
        var type = form == CollectionForm.Mutable ? construction : "global::System.Collections.Generic.Dictionary";
        writer.Write("JournalJson.StartObject(ref reader);");
        writer.Write($"var items = new {type}<string, {Annotated(item)}>();");
        using (writer.Open("while (JournalJson.NextName(ref reader) is { } name)"))
        {
            writer.Write($"items.Add(name, {Value(item)});");
        }

        writer.Write(form == CollectionForm.Mutable ? "return items;" : $"return items{construction};");
    }

    private static void Enum(SourceWriter writer, CodecModel codec, EquatableArray<EnumMember> members, string underlying)
    {
        writer.Write($"if (reader.TokenType == JsonTokenType.Number) return ({codec.Type})JournalJson.Read{ReadMethod(underlying)}(ref reader);");
        foreach (var member in members)
        {
            writer.Write($"if (JournalJson.Is(ref reader, {Literal.Utf8(member.JsonName)})) return {codec.Type}.{member.Name};");
        }

        writer.Write($"throw JournalJson.NotExpected(ref reader, {Literal.String(codec.Title)});");
    }

    private static void Union(SourceWriter writer, CodecModel codec, EquatableArray<UnionCase> cases)
    {
        writer.Write($$"""
            JournalJson.StartArray(ref reader);
            JournalJson.Next(ref reader);
            {{codec.Type}} value;
            """);
        var otherwise = string.Empty;
        foreach (var @case in cases)
        {
            writer.Write($"{otherwise}if (JournalJson.Is(ref reader, {Literal.Utf8(@case.Name)})) {{ JournalJson.Next(ref reader); value = {CodecModel.InstanceOf(@case.Codec)}.Read(ref reader); }}");
            otherwise = "else ";
        }

        writer.Write($$"""
            else throw JournalJson.NotExpected(ref reader, {{Literal.String(codec.Title)}});
            JournalJson.EndArray(ref reader);
            return value;
            """);
    }

    private static string Value(CodecValue value)
    {
        var read = value.Scalar is not null
            ? $"JournalJson.Read{value.Scalar}(ref reader)"
            : $"{CodecModel.InstanceOf(value.Codec!)}.Read(ref reader)";
        return value.IsNullable ? $"reader.TokenType == JsonTokenType.Null ? default({Annotated(value)}) : {read}" : read;
    }

    private static string Annotated(CodecValue value) => value.IsNullable ? value.Type + "?" : value.Type;

    private static string ReadMethod(string underlying) => underlying switch
    {
        "byte" => "Byte",
        "sbyte" => "SByte",
        "short" => "Int16",
        "ushort" => "UInt16",
        "uint" => "UInt32",
        "long" => "Int64",
        "ulong" => "UInt64",
        _ => "Int32",
    };
}
