using System.ComponentModel;
using System.Text.Json;
using Synapse.Wiring;

namespace Synapse.Binding;

/// <summary>
/// Reads parameters from JSON with the lax conversions of the platform (docs/params.md) and collects all errors.
/// Generated binders call it; the fast paths stay in the generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct ParamReader
{
    private readonly ReadOnlySpan<byte> _text;
    private Utf8JsonReader _json;

    /// <summary>Starts before the first token.</summary>
    public ParamReader(ReadOnlySpan<byte> utf8Json, BindOptions options, ParamErrors errors)
    {
        _text = utf8Json;
        Options = options;
        Errors = errors;
        _json = new(utf8Json, isFinalBlock: true, default);
    }

    /// <summary>Who gave the parameters.</summary>
    public BindOptions Options { get; }

    /// <summary>What is wrong so far.</summary>
    public ParamErrors Errors { get; }

    /// <summary>Reads the whole text as one object.</summary>
    internal T? ReadRoot<T>(ParamsRead<T> read)
    {
        _json.Read();
        return read(ref this);
    }
}
