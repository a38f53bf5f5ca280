using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Unicode;
using Synapse.Wiring;

namespace Synapse.Binding;

/// <summary>
/// Reads parameters from JSON with the lax conversions of the platform (docs/params.md) and collects all errors.
/// Generated binders call it. Every <c>Try</c> method stands on a value's first token and leaves the reader on its last;
/// where it returns false it has reported why.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct ParamReader
{
    /// <summary>How deep objects and lists may be nested.</summary>
    public const int MaxDepth = 1000;

    private readonly ReadOnlySpan<byte> _text;
    private Utf8JsonReader _json;
    private ParamLocator? _locator;

    /// <summary>Starts before the first token.</summary>
    public ParamReader(ReadOnlySpan<byte> utf8Json, BindOptions options, ParamErrors errors)
    {
        _text = utf8Json;
        Options = options;
        Errors = errors;
        _json = new(utf8Json, isFinalBlock: true, new(new() { MaxDepth = MaxDepth }));
    }

    /// <summary>Who gave the parameters.</summary>
    public BindOptions Options { get; }

    /// <summary>What is wrong so far.</summary>
    public ParamErrors Errors { get; }

    /// <summary>Reads the whole text as one object.</summary>
    internal T? ReadRoot<T>(ParamsRead<T> read)
    {
        if (!Utf8.IsValid(_text))
        {
            Errors.Report(new("", "utf8", $"The text is not valid UTF-8 from byte {InvalidFrom(_text)} on."));
            return default;
        }
        try
        {
            _json.Read();
            var before = Errors.Count;
            var value = read(ref this);
            // Anything after the object makes the reader throw.
            _json.Read();
            return Errors.Count == before ? value : default;
        }
        catch (JsonException e)
        {
            Malformed(e);
            return default;
        }
    }

    /// <summary>Enters an object, or reports that there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool StartObject() => _json.TokenType == JsonTokenType.StartObject || WrongForm("an object");

    /// <summary>Moves onto the next name; false at the object's end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool NextName()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Whether the current name or text is this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Is(ReadOnlySpan<byte> text) => _json.ValueIsEscaped ? IsEscaped(text) : _json.ValueSpan.SequenceEqual(text);

    // Half a surrogate pair, which the platform takes, would make the reader's own comparison throw.
    private readonly bool IsEscaped(ReadOnlySpan<byte> text) => Text() == System.Text.Encoding.UTF8.GetString(text);

    /// <summary>Moves onto the value of a name that was not there yet; a second one is reported and skipped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool First(ref ulong given, ulong bit)
    {
        if ((given & bit) != 0)
        {
            return Duplicate();
        }
        given |= bit;
        _json.Read();
        return true;
    }

    /// <summary>Enters a list, or reports that there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool StartArray(string allowed) => _json.TokenType == JsonTokenType.StartArray || WrongForm(allowed);

    /// <summary>Enters an object with free names, or reports that there is none.</summary>
    public bool StartMap(string allowed) => _json.TokenType == JsonTokenType.StartObject || WrongForm(allowed);

    /// <summary>Moves onto the next item; false at the list's end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool NextItem()
    {
        _json.Read();
        return _json.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Takes a free name and moves onto its value; null at the object's end.</summary>
    public string? NextKey()
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.EndObject)
        {
            return null;
        }
        var key = Text();
        return key;
    }

    /// <summary>Reads a free name as integer; one that is none is reported and its value skipped.</summary>
    public bool TryKey<T>(string name, out T key, string allowed)
        where T : struct, System.Numerics.IBinaryInteger<T>, System.Numerics.IMinMaxValue<T>
    {
        if (LaxNumber.TryInteger(name.AsSpan(), out var exact) && exact >= Int128.CreateChecked(T.MinValue) && exact <= Int128.CreateChecked(T.MaxValue))
        {
            key = T.CreateTruncating(exact);
            return true;
        }
        key = default;
        Report("type", $"Expected {allowed} as name, found {Quote(name)}.");
        _json.Read();
        _json.Skip();
        return false;
    }

    /// <summary>Moves from a free name onto its value.</summary>
    public void ToValue() => _json.Read();

    /// <summary>Reports a free name that was there before and skips its value.</summary>
    public void DuplicateKey() => Duplicate();

    /// <summary>Whether the value is null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool IsNull() => _json.TokenType == JsonTokenType.Null;

    /// <summary>Whether the value is text; anything else is reported.</summary>
    public bool IsText(string allowed) => _json.TokenType == JsonTokenType.String || Wrong(allowed);

    private static int InvalidFrom(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (System.Text.Rune.DecodeFromUtf8(text[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }
        return at;
    }
}
