using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Synapse.Binding;

/// <content>Everything that is written as one JSON value and is no number.</content>
public ref partial struct ParamReader
{
    /// <summary>Reads a <see cref="bool"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryBoolean(out bool value, string allowed)
    {
        value = _json.TokenType == JsonTokenType.True;
        return value || _json.TokenType == JsonTokenType.False || TryLaxBoolean(out value, allowed);
    }

    /// <summary>Reads a text; numbers are none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryString(out string value, string allowed)
    {
        if (_json.TokenType == JsonTokenType.String)
        {
            value = _json.ValueIsEscaped ? Text() : _json.GetString()!;
            return true;
        }
        value = null!;
        return Wrong(allowed);
    }

    /// <summary>Reads one 16-bit character.</summary>
    public bool TryChar(out char value, string allowed)
    {
        if (_json.TokenType == JsonTokenType.String && Text() is [var only])
        {
            value = only;
            return true;
        }
        value = default;
        return Wrong(allowed);
    }

    /// <summary>Reads a <see cref="Guid"/>, with hyphens or without, in braces or as <c>urn:uuid:</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGuid(out Guid value, string allowed) =>
        (_json.TokenType == JsonTokenType.String && _json.TryGetGuid(out value)) || TryLaxGuid(out value, allowed);

    private bool TryLaxGuid(out Guid value, string allowed)
    {
        if (_json.TokenType == JsonTokenType.String)
        {
            var text = Text();
            var bare = text.StartsWith("urn:uuid:", StringComparison.OrdinalIgnoreCase) ? text.AsSpan(9) : text;
            if (Guid.TryParseExact(bare, "D", out value) || Guid.TryParseExact(bare, "N", out value) || Guid.TryParseExact(bare, "B", out value))
            {
                return true;
            }
        }
        value = default;
        return Wrong(allowed);
    }

    /// <summary>Reads a <see cref="Uri"/>, absolute or relative.</summary>
    public bool TryUri(out Uri value, string allowed)
    {
        value = null!;
        return (_json.TokenType == JsonTokenType.String && Uri.TryCreate(Text(), UriKind.RelativeOrAbsolute, out value!)) || Wrong(allowed);
    }

    /// <summary>Reads any JSON, with memory of its own.</summary>
    public bool TryJsonElement(out JsonElement value, string allowed)
    {
        _ = allowed;
        value = JsonElement.ParseValue(ref _json);
        return true;
    }

    /// <summary>Reads a secret: the platform gives the value, everyone else a reference. No error shows what was given.</summary>
    public bool TrySecret(out Secret value, string allowed)
    {
        value = null!;
        if (_json.TokenType != JsonTokenType.String)
        {
            return WrongUnseen("type", $"Expected {allowed}.");
        }
        if (Options == BindOptions.Platform)
        {
            value = Secret.FromValue(Text());
            return true;
        }
        if (Options == BindOptions.Journal && _json.ValueTextEquals("given"u8))
        {
            return WrongUnseen("secret", "The secret was given as its value, which is never kept.");
        }
        return Secret.TryResolve(Text(), out value!, out var problem) || WrongUnseen("secret", $"The secret cannot be read: {problem}.");
    }

    private bool TryLaxBoolean(out bool value, string allowed)
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.Number when LaxNumber.TryInteger(_json.ValueSpan, out var number) && (number == 0 || number == 1):
                value = number == 1;
                return true;
            case JsonTokenType.String when Word(Text()) is { } word:
                value = word;
                return true;
            default:
                value = false;
                return Wrong(allowed);
        }
    }

    private static bool? Word(string text) => text.Length > 5 ? null : text.ToLowerInvariant() switch
    {
        "true" or "t" or "yes" or "y" or "on" or "1" => true,
        "false" or "f" or "no" or "n" or "off" or "0" => false,
        _ => null,
    };

    private readonly string Text() => LaxText.Unescape(_json.ValueSpan, _json.ValueIsEscaped);
}
