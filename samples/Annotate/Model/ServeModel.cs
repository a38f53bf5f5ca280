using System.Net;
using System.Text.Json;

namespace Annotate;

/// <summary>Which model answers, and where.</summary>
[Params]
public sealed partial record ServeModelParams
{
    /// <summary>Model to answer with.</summary>
    public required long Model { get; init; }

    /// <summary>Port of this machine.</summary>
    [Range(1, 65_535)]
    public int Port { get; init; } = 8731;
}

/// <summary>The model behind an address.</summary>
public static partial class Serving
{
    /// <summary>Answers <c>{"image":"base64"}</c> with the shape in it, and <c>{}</c> when it shows nothing. Ctrl-C ends it.</summary>
    [PluginAction("serve-model")]
    public static async Task ServeModel(ServeModelParams p, RunContext run, CancellationToken ct)
    {
        Centroids model;
        await using (var content = await run.Backend.Models.OpenAsync(p.Model, ct))
        {
            model = Centroids.Load(content);
        }

        using var listener = new HttpListener();
        listener.Prefixes.Add($"http://localhost:{p.Port}/");
        listener.Start();
        using var end = ct.Register(listener.Abort);
        run.Log.Info("Model {Model} answers at {Address}", p.Model, $"http://localhost:{p.Port}/");
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                ct.ThrowIfCancellationRequested();
                throw;
            }

            _ = AnswerAsync(context, model);
        }
    }

    private static async Task AnswerAsync(HttpListenerContext context, Centroids model)
    {
        var (status, body) = await ReplyAsync(context.Request, model);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Close(body, willBlock: false);
    }

    private static async Task<(int Status, byte[] Body)> ReplyAsync(HttpListenerRequest request, Centroids model)
    {
        if (request.HttpMethod == "GET")
        {
            return (200, "{}"u8.ToArray()); // health
        }

        try
        {
            using var question = await JsonDocument.ParseAsync(request.InputStream);
            return (200, Text(model.Predict(question.RootElement.GetProperty("image").GetBytesFromBase64())));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or InvalidDataException)
        {
            return (400, Text("error", e.Message));
        }
    }

    private static byte[] Text(Prediction? prediction) => prediction is null ? "{}"u8.ToArray() : Json(json =>
    {
        json.WriteString("shape", prediction.Shape);
        json.WriteNumber("confidence", Math.Round(prediction.Confidence, 3));
    });

    private static byte[] Text(string name, string value) => Json(json => json.WriteString(name, value));

    private static byte[] Json(Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
