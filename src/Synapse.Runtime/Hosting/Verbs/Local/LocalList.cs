using System.Text.Json;
using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Hosting.Help;
using Synapse.Runtime.Json;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs.Local;

/// <summary>Lists all of a kind.</summary>
internal static class LocalList
{
    /// <summary>People look at some; JSON has all.</summary>
    private const int Shown = 100;

    public static async Task<ExitCode> WriteAsync(LocalVerb local, LocalBackend backend)
    {
        var kind = LocalKind.Find(local.Operands[0], local.Advice);
        var rows = local.Exists ? kind.Rows(backend) : AsyncEnumerable.Empty<string[]>();
        if (local.Options.Json)
        {
            await WriteJsonAsync(local.Host.Console.OutBytes, kind, rows);
        }
        else
        {
            await WriteTextAsync(local, kind, rows);
        }

        return ExitCode.Done;
    }

    private static async Task WriteTextAsync(LocalVerb local, LocalKind kind, IAsyncEnumerable<string[]> rows)
    {
        var table = new TextTable([.. kind.Header]);
        var count = 0;
        await foreach (var row in rows.Take(Shown + 1))
        {
            if (count++ < Shown)
            {
                table.Add([.. row.Select(PlainText.Line)]);
            }
        }

        if (count == 0)
        {
            local.Say($"There are no {kind.Name} in {local.State.Backend}.");
            return;
        }

        table.Write(local.Out);
        if (count > Shown)
        {
            local.Say("and more; --json lists all.");
        }
    }

    private static async Task WriteJsonAsync(Stream output, LocalKind kind, IAsyncEnumerable<string[]> rows)
    {
        await using (var json = new Utf8JsonWriter(output, JsonText.Indented))
        {
            json.WriteStartArray();
            await foreach (var row in rows)
            {
                json.WriteStartObject();
                for (var i = 0; i < row.Length; i++)
                {
                    json.WriteString(kind.Header[i], row[i]);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        await output.WriteAsync("\n"u8.ToArray());
    }
}
