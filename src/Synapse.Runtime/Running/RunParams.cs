using System.Text.Json;
using Synapse.Binding;
using Synapse.Runtime.Json;
using Synapse.Wiring;

namespace Synapse.Runtime.Running;

/// <summary>Params as the run sees them, and as the journal keeps them.</summary>
internal static class RunParams
{
    private static readonly byte[] Empty = "{}"u8.ToArray();

    public static BoundParams Bind(ActionDescriptor action, ReadOnlySpan<byte> json, BindOptions from)
    {
        var errors = new ParamErrors();
        if (action.Parameters is not { } parameters)
        {
            return new BoundParams(null, Empty, []);
        }

        var value = parameters.Bind(json.IsEmpty ? Empty : json, from, errors);
        if (errors.Count > 0 || value is null)
        {
            return new BoundParams(null, Empty, errors.Items.Count > 0 ? errors.Items : [new ParamError("", "invalid", "The params could not be read.")]);
        }

        var canonical = Canonical(parameters, value);

        // Read back what was journaled, so that what a resume would see is what the first run sees. A secret that was
        // given as its value cannot be read back; it is asked for again at a resume.
        var lost = new ParamErrors();
        var again = parameters.Bind(canonical, BindOptions.Journal, lost);
        return new BoundParams(lost.Count == 0 ? again : value, canonical, []);
    }

    /// <param name="action">The action.</param>
    /// <param name="json">The journaled params.</param>
    /// <param name="secrets">References to secrets that the journal does not lead to, by the pointers of their places.</param>
    public static BoundParams FromJournal(ActionDescriptor action, byte[] json, IReadOnlyDictionary<string, string> secrets)
    {
        var errors = new ParamErrors();
        var value = action.Parameters?.Bind(json, BindOptions.Journal, errors);
        if (errors.Count == 0 && secrets.Count == 0)
        {
            return new BoundParams(value, json, []);
        }

        var missing = errors.Items.Where(static error => error.Code == GivenSecrets.ErrorCode).Select(static error => error.Pointer).ToHashSet();
        var again = new ParamErrors();
        value = action.Parameters?.Bind(GivenSecrets.Fill(json, secrets.Where(secret => missing.Contains(secret.Key)).ToDictionary()), BindOptions.Journal, again);
        return new BoundParams(value, json, [.. again.Items.Select(HowToGive), .. secrets.Keys.Where(given => !missing.Contains(given)).Select(NotMissing)]);
    }

    public static RunOutcome Refused(IReadOnlyList<ParamError> errors) => new(ExitCode.Usage)
    {
        Message = errors.All(static error => error.Code == GivenSecrets.ErrorCode)
            ? "secrets must be given again; nothing ran."
            : "The params are not right.",
        ParamErrors = errors,
    };

    private static ParamError HowToGive(ParamError error)
    {
        var name = GivenSecrets.Name(error.Pointer);
        return error.Code == GivenSecrets.ErrorCode
            ? error with { Message = $"{error.Message} Give it: --secret {name}=env:VAR or --secret {name}=file:PATH" }
            : error;
    }

    private static ParamError NotMissing(string pointer) =>
        new(pointer, GivenSecrets.ErrorCode, $"--secret {GivenSecrets.Name(pointer)}: no secret of the run is missing there.");

    private static byte[] Canonical(ParamsDescriptor parameters, object value)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonText.Compact))
        {
            parameters.WriteObject(json, value);
        }

        return stream.ToArray();
    }
}

internal sealed record BoundParams(object? Value, byte[] Json, IReadOnlyList<ParamError> Errors);
