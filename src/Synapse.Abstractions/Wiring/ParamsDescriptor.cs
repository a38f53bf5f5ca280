using System.ComponentModel;
using System.Text.Json;
using Synapse.Binding;

namespace Synapse.Wiring;

/// <summary>How the parameters of an action are read, written, described and given as flags.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ParamsDescriptor
{
    private protected ParamsDescriptor()
    {
    }

    /// <summary>The C# type.</summary>
    public required string TypeName { get; init; }

    /// <summary>JSON Schema (draft 2020-12) of the parameters.</summary>
    public required string JsonSchema { get; init; }

    /// <summary>The properties in order, for flags and help.</summary>
    public required IReadOnlyList<ParamField> Fields { get; init; }

    /// <summary>Reads the parameters. All errors are collected; the value is null when there is any.</summary>
    /// <param name="utf8Json">The JSON object.</param>
    /// <param name="options">Who gave the parameters.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public abstract object? Bind(ReadOnlySpan<byte> utf8Json, BindOptions options, ParamErrors errors);

    /// <summary>Writes the parameters canonically; secrets as references only.</summary>
    public abstract void WriteObject(Utf8JsonWriter writer, object value);
}

/// <summary>How the parameters of one type are read and written.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParamsDescriptor<T> : ParamsDescriptor
{
    /// <summary>Reads an object; the reader stands on its <c>{</c>.</summary>
    public required ParamsRead<T> Read { get; init; }

    /// <summary>Writes an object.</summary>
    public required Action<Utf8JsonWriter, T> Write { get; init; }

    /// <inheritdoc/>
    public override object? Bind(ReadOnlySpan<byte> utf8Json, BindOptions options, ParamErrors errors)
    {
        var reader = new ParamReader(utf8Json, options, errors);
        return reader.ReadRoot(Read);
    }

    /// <inheritdoc/>
    public override void WriteObject(Utf8JsonWriter writer, object value) => Write(writer, (T)value);
}

/// <summary>Reads an object of parameters; the reader stands on its <c>{</c> and is left on its <c>}</c>.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <param name="reader">Where from.</param>
/// <returns>The object, or default when errors were added.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T? ParamsRead<T>(ref ParamReader reader);

/// <summary>One property of the parameters, as flags and help show it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParamField
{
    /// <summary>The JSON name.</summary>
    public required string Name { get; init; }

    /// <summary>What the value is.</summary>
    public required ParamKind Kind { get; init; }

    /// <summary>Whether it must be given.</summary>
    public bool Required { get; init; }

    /// <summary>What is allowed, as people read it: <c>integer, 1 to 500</c>.</summary>
    public string Allowed { get; init; } = "";

    /// <summary>The default as JSON, or null when there is none or it is not constant.</summary>
    public string? Default { get; init; }

    /// <summary>The help text.</summary>
    public string? Description { get; init; }

    /// <summary>The properties of a nested object, else empty.</summary>
    public IReadOnlyList<ParamField> Fields { get; init; } = [];
}

/// <summary>What the value of a property is, as far as a command line must know.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ParamKind
{
    /// <summary>Text, or what is written as text: a date, an id, an enum's value.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false; as a flag it needs no value.</summary>
    Switch,

    /// <summary>A list; the flag may be repeated.</summary>
    List,

    /// <summary>An object, nested or with free keys.</summary>
    Object,

    /// <summary>A secret.</summary>
    Secret,

    /// <summary>Any JSON.</summary>
    Json,
}
