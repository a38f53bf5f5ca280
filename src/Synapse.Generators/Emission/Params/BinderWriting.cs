using Synapse.Generators.Model.Params;

namespace Synapse.Generators.Emission.Params;

/// <summary>Writes <c>ParamsBinder</c>: from JSON to an object and back.</summary>
internal static class BinderWriting
{
    public static void Write(SourceWriter writer, ParamsModel model)
    {
        writer.Write(GeneratedCode.Attribute);
        using (writer.Open("private static class ParamsBinder"))
        {
            Names(writer, model);
            writer.Blank();
            Given(writer, model);
            writer.Blank();
            Read(writer, model);
            writer.Blank();
            ObjectWriting.Write(writer, model);
            foreach (var @enum in EnumWriting.In(model))
            {
                writer.Blank();
                EnumWriting.Write(writer, @enum);
            }
        }
    }

    private static void Names(SourceWriter writer, ParamsModel model)
    {
        writer.Write($"private static readonly string[] Names = {{ {string.Join(", ", model.Members.Select(m => Literal.String(m.JsonName)))} }};");
        if (model.Members.Any(m => m.IsRequired))
        {
            using (writer.Open("private static readonly string[] Allowed =", "};"))
            {
                foreach (var member in model.Members)
                {
                    writer.Write(Literal.String(Texts.Allowed(member)) + ",");
                }
            }
        }

        foreach (var (member, pattern) in model.Members.SelectMany(m => m.Constraints.OfType<PatternConstraint>().Select(p => (m, p))))
        {
            writer.Write($"private static readonly global::System.Text.RegularExpressions.Regex {PatternField(member)} = global::Synapse.Binding.ParamConstraints.Pattern({Literal.String(pattern.Pattern)});");
        }
    }

    public static string PatternField(ParamMember member) => member.Name.TrimStart('@') + "Pattern";

    private static void Given(SourceWriter writer, ParamsModel model)
    {
        writer.Write("// What the JSON had: a bit in Has for each member that was there.");
        using (writer.Open("public struct Given"))
        {
            for (var word = 0; word * Presence.WordSize < model.Members.Count; word++)
            {
                writer.Write($"public ulong Has{word};");
            }

            foreach (var member in model.Members)
            {
                writer.Write($"public {member.Type} {member.Name};");
            }
        }
    }

    private static void Read(SourceWriter writer, ParamsModel model)
    {
        using (writer.Open($"public static {model.Type.FullName}{(model.Construction.IsStruct ? string.Empty : "?")} Read(ref global::Synapse.Binding.ParamReader reader)"))
        {
            writer.Write("""
                if (!reader.StartObject()) return default;
                var before = reader.Errors.Count;
                var given = default(Given);
                """);
            using (writer.Open("while (reader.NextName())"))
            {
                for (var i = 0; i < model.Members.Count; i++)
                {
                    Member(writer, model.Members[i], i);
                }

                writer.Write((model.Members.Count == 0 ? string.Empty : "else ") + "reader.Unknown(Names);");
            }

            writer.Blank();
            Missing(writer, model);
            writer.Write($$"""
                if (reader.Errors.Count != before) return default;
                var bound = new {{model.Type.FullName}}(in given);
                bound.ValidateParams(reader.Errors);
                if (reader.Errors.Count == before) return bound;
                """);
            foreach (var member in model.Members.Where(m => m.JsonName != m.DerivedName))
            {
                writer.Write($"reader.Errors.Rename(before, {Literal.String(member.DerivedName)}, {Literal.String(member.JsonName)});");
            }

            writer.Write("""
                reader.Place(before);
                return default;
                """);
        }
    }

    private static void Member(SourceWriter writer, ParamMember member, int index)
    {
        using (writer.Open($"{(index == 0 ? string.Empty : "else ")}if (reader.Is({Literal.Utf8(member.JsonName)}))"))
        {
            using (writer.Open($"if (reader.First(ref given.{Presence.Field(index)}, {Presence.Bit(index)}))"))
            {
                ValueReading.Write(writer, member);
            }
        }
    }

    private static void Missing(SourceWriter writer, ParamsModel model)
    {
        for (var word = 0; word * Presence.WordSize < model.Members.Count; word++)
        {
            var required = 0UL;
            for (var i = 0; i < Presence.WordSize && word * Presence.WordSize + i < model.Members.Count; i++)
            {
                required |= model.Members[(word * Presence.WordSize) + i].IsRequired ? 1UL << i : 0;
            }

            if (required != 0)
            {
                var mask = "0x" + required.ToString("x", System.Globalization.CultureInfo.InvariantCulture) + "UL";
                var first = word * Presence.WordSize;
                var slice = word == 0 ? string.Empty : $".AsSpan({first})";
                writer.Write($"if ((given.Has{word} & {mask}) != {mask}) reader.Missing(given.Has{word}, {mask}, {Span("Names", slice)}, {Span("Allowed", slice)});");
            }
        }
    }

    private static string Span(string array, string slice) => slice.Length == 0 ? array : $"global::System.MemoryExtensions{slice.Replace(".AsSpan(", $".AsSpan({array}, ")}";
}
