using System.Text.Json;
using Synapse.Runtime.Journal;

namespace Synapse.Runtime.Running;

/// <summary>Refuses an output that should have been rows, naming the member that makes it large.</summary>
internal static class OutputSize
{
    public static void ThrowIfTooLarge(string step, ReadOnlySpan<byte> output)
    {
        if (output.Length <= OutputStore.Limit)
        {
            return;
        }

        var culprit = LargestMember(output);
        throw new RunException(
            $"The output of step {step} is {output.Length / (1024 * 1024)} MiB of JSON; at most {OutputStore.Limit / (1024 * 1024)} are journaled as one value"
            + (culprit is null ? ". " : $". Most of it is member '{culprit}'. ")
            + "Return IAsyncEnumerable<T>, which is journaled row by row.");
    }

    private static string? LargestMember(ReadOnlySpan<byte> output)
    {
        var reader = new Utf8JsonReader(output);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        string? largest = null;
        long size = -1;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            var start = reader.BytesConsumed;
            reader.Skip();
            if (reader.BytesConsumed - start > size)
            {
                (largest, size) = (name, reader.BytesConsumed - start);
            }
        }

        return largest;
    }
}
