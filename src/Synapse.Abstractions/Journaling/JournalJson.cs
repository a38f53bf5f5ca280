using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Synapse.Journaling;

/// <summary>The structure of journaled JSON, for generated codecs: each call takes one token or says what it found instead.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JournalJson
{
    /// <summary>The reader stands on <c>{</c>.</summary>
    public static void StartObject(ref Utf8JsonReader reader) => Expect(ref reader, JsonTokenType.StartObject);

    /// <summary>Takes the <c>}</c>.</summary>
    public static void EndObject(ref Utf8JsonReader reader) => Take(ref reader, JsonTokenType.EndObject);

    /// <summary>The reader stands on <c>[</c>.</summary>
    public static void StartArray(ref Utf8JsonReader reader) => Expect(ref reader, JsonTokenType.StartArray);

    /// <summary>Takes the <c>]</c>.</summary>
    public static void EndArray(ref Utf8JsonReader reader) => Take(ref reader, JsonTokenType.EndArray);

    /// <summary>Takes the name of a property and moves onto its value.</summary>
    public static void Name(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        Take(ref reader, JsonTokenType.PropertyName);
        if (!reader.ValueTextEquals(name))
        {
            throw new JsonException($"Expected \"{System.Text.Encoding.UTF8.GetString(name)}\", found \"{reader.GetString()}\".");
        }
        Next(ref reader);
    }

    /// <summary>Moves onto the next value.</summary>
    public static void Next(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw new JsonException("The JSON ends too early.");
        }
    }

    /// <summary>Moves onto the next item, or onto the <c>]</c> when there is none.</summary>
    public static bool NextItem(ref Utf8JsonReader reader)
    {
        Next(ref reader);
        return reader.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Takes a name and moves onto its value, or onto the <c>}</c> when there is none.</summary>
    public static string? NextName(ref Utf8JsonReader reader)
    {
        Next(ref reader);
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            return null;
        }
        var name = reader.GetString();
        Next(ref reader);
        return name;
    }

    /// <summary>Whether the value is this text.</summary>
    public static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> text) =>
        reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(text);

    /// <summary>A value whose type says that it is never null.</summary>
    /// <exception cref="InvalidOperationException">It is null: it would come back as what its type does not allow.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T NotNull<T>(T? value, string path)
        where T : class => value ?? throw Null(path);

    /// <summary>The root value: as <see cref="NotNull"/>, for any type.</summary>
    /// <exception cref="InvalidOperationException">It is null.</exception>
    public static void Present<T>(T value, string type)
    {
        if (value is null)
        {
            throw Null(type);
        }
    }

    /// <summary>A value of a class that may be derived from must be of the class itself.</summary>
    /// <exception cref="InvalidOperationException">It is of a derived class, whose own members would be lost.</exception>
    public static void Exactly(Type actual, Type expected)
    {
        if (actual != expected)
        {
            throw NotExpected(actual, expected);
        }
    }

    /// <summary>The error for a value of a class that the codec does not know.</summary>
    public static InvalidOperationException NotExpected(Type? actual, Type expected) => new(
        $"Cannot journal a value of {actual?.ToString() ?? "null"} as {expected}: what the derived class adds would be lost. Name it with [JsonDerivedType] on the base.");

    /// <summary>The error for JSON that is no value of a type.</summary>
    public static JsonException NotExpected(ref Utf8JsonReader reader, string type) =>
        new($"Expected a value of {type}, found {Found(ref reader)}.");

    private static InvalidOperationException Null(string path) =>
        new($"{path} is null, but its type says that it never is. Declare it nullable, or set it.");

    private static void Take(ref Utf8JsonReader reader, JsonTokenType token)
    {
        Next(ref reader);
        Expect(ref reader, token);
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (reader.TokenType != token)
        {
            ThrowWrong(ref reader, token);
        }
    }

    [DoesNotReturn]
    private static void ThrowWrong(ref Utf8JsonReader reader, JsonTokenType token) =>
        throw new JsonException($"Expected {token}, found {Found(ref reader)}.");

    private static string Found(ref Utf8JsonReader reader) => $"{reader.TokenType} at byte {reader.TokenStartIndex}";
}
