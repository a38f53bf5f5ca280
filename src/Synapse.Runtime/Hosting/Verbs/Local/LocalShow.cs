using System.Text.Json;
using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Hosting.Help;
using Synapse.Runtime.Json;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs.Local;

/// <summary>Shows what is known of one thing.</summary>
internal static class LocalShow
{
    private const int Longest = 500;

    public static async Task<ExitCode> WriteAsync(LocalVerb local, LocalBackend backend)
    {
        var kind = LocalKind.Find(local.Operands[0], local.Advice);
        var id = local.Operands is [_, var word]
            ? local.Id(word)
            : throw new UsageException($"local show: name the id of the {kind.Singular}; '{local.Host.Command} local ls {kind.Name}' lists them.", local.Advice);
        local.NeedBackend();
        var details = await kind.Details(backend, id);
        if (local.Options.Json)
        {
            WriteJson(local.Host.Console.OutBytes, details);
        }
        else
        {
            var table = new TextTable($"{kind.Singular}", $"{id}");
            foreach (var member in details.EnumerateObject().Skip(1))
            {
                table.Add(member.Name, Text(member.Value));
            }

            table.Write(local.Out);
        }

        return ExitCode.Done;
    }

    private static string Text(JsonElement value)
    {
        var text = PlainText.Line(value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Array => string.Join("  ", value.EnumerateArray().Select(Text)),
            _ => value.GetRawText(),
        });
        return text.Length <= Longest ? text : $"{text[..Longest]}… ({Amount.Count(text.Length)} characters; --json shows all)";
    }

    private static void WriteJson(Stream output, JsonElement details)
    {
        using (var json = new Utf8JsonWriter(output, JsonText.Indented))
        {
            details.WriteTo(json);
        }

        output.Write("\n"u8);
    }
}
