using System.Globalization;
using System.Text.Json;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Json;

namespace Synapse.Runtime.Backends.Local.Serving;

/// <summary>One question to a serve application, with the waiting for an answer that it defers.</summary>
internal sealed class Inference(RegisteredApplication application, InferenceRequest request, TimeProvider clock)
{
    private const int Attempts = 5;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly Uri _address = ServeAddress.Parse("Asking a serve application", application.Address);

    private string Call => string.Create(
        CultureInfo.InvariantCulture, $"Asking serve application {application.Id}, '{application.Name}', at {ServeAddress.Shown(application.Address)}");

    public async Task<JsonElement> RunAsync(CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            var answer = await AskAsync(request.Json, both.Token);
            for (var pause = FirstPause; Ticket(answer) is { } ticket; pause = Longer(pause))
            {
                await Task.Delay(pause, clock, both.Token);
                answer = await AskAsync(Poll(ticket), both.Token);
            }

            return answer;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new BackendException(string.Create(CultureInfo.InvariantCulture, $"{Call}: there is no answer after {Limit.TotalMinutes} minutes."));
        }
    }

    /// <summary>A refused connection asked nothing, so it is tried again; anything else may have been at work.</summary>
    private async Task<JsonElement> AskAsync(JsonElement body, CancellationToken ct)
    {
        var pause = FirstPause;
        for (var attempt = 1; ; attempt++, pause = Longer(pause))
        {
            if (await ServeClient.PostAsync(Call, _address, body, request.Model, ct) is { } answer)
            {
                return answer;
            }

            if (attempt == Attempts)
            {
                throw new BackendException(string.Create(
                    CultureInfo.InvariantCulture, $"{Call}: the connection was refused, {Attempts} times. Start the application, then try again."))
                {
                    IsTransient = true,
                };
            }

            await Task.Delay(pause, clock, ct);
        }
    }

    /// <summary>What to ask for again; null when the answer is there.</summary>
    private string? Ticket(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object
            || !answer.TryGetProperty("__synapse_deferred__"u8, out var deferred)
            || deferred.ValueKind != JsonValueKind.True)
        {
            return null;
        }

        return Text(answer, "status"u8) switch
        {
            "pending" => Text(answer, "ticket"u8) is { Length: > 0 } ticket
                ? ticket
                : throw new BackendException($"{Call}: it deferred its answer without a ticket to ask for it."),
            "failed" => throw new BackendException($"{Call}: the deferred inference failed: {Text(answer, "error"u8) ?? "it gave no reason"}."),
            "not_found" => throw new BackendException(
                $"{Call}: the ticket {Text(answer, "ticket"u8)} of a deferred answer is lost: the application was restarted, or several of it share the address. Ask again.")
            {
                IsTransient = true,
            },
            var other => throw new BackendException($"{Call}: it deferred its answer with status '{other}'; pending, failed and not_found are known."),
        };
    }

    private static JsonElement Poll(string ticket) => JsonElement.Parse(JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("__synapse_poll__"u8, ticket);
        json.WriteEndObject();
    }));

    private static string? Text(JsonElement answer, ReadOnlySpan<byte> name) =>
        answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;
}
