using Synapse.Generators.Model.Params;

namespace Synapse.Generators.Emission.Params;

/// <summary>Writes the constructor that sets only what was given, so that initializers stay ordinary C#.</summary>
internal static class ConstructorWriting
{
    public static void Write(SourceWriter writer, ParamsModel model)
    {
        if (model.Construction.NeedsParameterless)
        {
            writer.Write($$"""
                /// <summary>What the compiler would write if there were no other constructor.</summary>
                public {{model.Type.Name}}()
                {
                }
                """).Blank();
        }

        writer.Write("""
            // Sets what was given; initializers stand for the rest.
            [global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
            """);
        using (writer.Open($"private {model.Type.Name}(in ParamsBinder.Given given)" + Primary(model)))
        {
            for (var i = 0; i < model.Members.Count; i++)
            {
                var member = model.Members[i];
                if (member.Parameter < 0)
                {
                    var target = member.Name == "given" ? "this.given" : member.Name;
                    var set = $"{target} = given.{member.Name};";
                    writer.Write(member.IsRequired ? set : $"if ({Presence.Test(i)}) {set}");
                }
            }
        }
    }

    /// <summary>Runs the author's check, bases first.</summary>
    public static void WriteValidation(SourceWriter writer, ParamsModel model)
    {
        var construction = model.Construction;
        writer.Write($"partial void Validate(global::Synapse.ParamErrors {construction.ValidateParameter ?? "errors"});").Blank();
        writer.Write("/// <summary>Runs the checks that concern several properties, those of the base first.</summary>");
        writer.Write(ParamsEmitter.Hidden);
        var header = construction switch
        {
            { HasParamsBase: true } => "protected override void ValidateParams(global::Synapse.ParamErrors errors)",
            { IsSealed: true } => "private void ValidateParams(global::Synapse.ParamErrors errors)",
            _ => "protected virtual void ValidateParams(global::Synapse.ParamErrors errors)",
        };
        using (writer.Open(header))
        {
            if (construction.HasParamsBase)
            {
                writer.Write("base.ValidateParams(errors);");
            }

            writer.Write("Validate(errors);");
        }
    }

    private static string Primary(ParamsModel model)
    {
        if (!model.Construction.HasPrimary)
        {
            return string.Empty;
        }

        var arguments = model.Members
            .Select((member, i) => (member, i))
            .Where(m => m.member.Parameter >= 0)
            .OrderBy(m => m.member.Parameter)
            .Select(m => m.member.IsRequired ? $"given.{m.member.Name}" : $"{Presence.Test(m.i)} ? given.{m.member.Name} : {m.member.ParameterDefault}");
        return $"\n    : this({string.Join(", ", arguments)})";
    }
}
