using System.Globalization;
using System.Text.Json;

namespace Synapse.Binding;

/// <content>What can be wrong, each with its place, what was found and what is allowed.</content>
public ref partial struct ParamReader
{
    private const int EchoLength = 60;

    /// <summary>Reports a value that breaks a constraint; the reader stands on the value's last token.</summary>
    public void Refuse(string code, string allowed) => Report(code, $"Expected {allowed}, found {Found()}.");

    /// <summary>Reports a list or map of the wrong size.</summary>
    public void RefuseCount(string code, string allowed, int count) =>
        Report(code, string.Create(CultureInfo.InvariantCulture, $"Expected {allowed}, found {count} {(count == 1 ? "item" : "items")}."));

    /// <summary>Reports a value that breaks a constraint, in the author's own words.</summary>
    public void RefuseSaying(string code, string message) => Report(code, message);

    /// <summary>Reports a value without showing it.</summary>
    public void RefuseUnseen(string code, string allowed) => Report(code, $"Expected {allowed}.");

    /// <summary>Reports a text that is none of an enum's values.</summary>
    public bool NoSuchValue(string allowed, ReadOnlySpan<string> values)
    {
        Report("not_allowed", $"Expected {allowed}, found {Found()}.{Suggestion.For(Text(), values)}");
        return false;
    }

    /// <summary>Reports a name that there is not, and skips its value.</summary>
    public void Unknown(ReadOnlySpan<string> names)
    {
        var name = Text();
        var message = $"There is no parameter {Quote(name)} here.{Suggestion.For(name, names)}";
        if (Options == BindOptions.Person)
        {
            Report("unknown", message);
        }
        else
        {
            Errors.Warn(new(Pointer(), "unknown", message));
        }
        _json.Read();
        _json.Skip();
    }

    /// <summary>Reports the required names that were not given; the reader stands on the object's end.</summary>
    public void Missing(ulong given, ulong required, ReadOnlySpan<string> names, ReadOnlySpan<string> allowed)
    {
        var pointer = Pointer();
        for (var i = 0; i < names.Length; i++)
        {
            if ((required & ~given & (1UL << i)) != 0)
            {
                Errors.Report(new(pointer + "/" + ParamLocator.Escape(names[i]), "missing", $"Required: {allowed[i]}."));
            }
        }
    }

    /// <summary>Puts what the author's own check reported, from <paramref name="first"/> on, below the object whose end the reader stands on.</summary>
    public void Place(int first)
    {
        var pointer = Pointer();
        if (pointer.Length > 0)
        {
            Errors.Nest(first, pointer[1..]);
        }
    }

    private bool Wrong(string allowed)
    {
        Report("type", $"Expected {allowed}, found {Found()}.");
        _json.Skip();
        return false;
    }

    // What stands where an object or list belongs is not shown: it may be a secret that belongs inside.
    private bool WrongForm(string allowed)
    {
        var found = _json.TokenType switch
        {
            JsonTokenType.String => "text",
            JsonTokenType.Number => "a number",
            JsonTokenType.True or JsonTokenType.False => "true or false",
            _ => Found(),
        };
        return WrongUnseen("type", $"Expected {allowed}, found {found}.");
    }

    private bool WrongUnseen(string code, string message)
    {
        Report(code, message);
        _json.Skip();
        return false;
    }

    private bool Duplicate()
    {
        Report("duplicate", $"{Quote(Text())} is given twice.");
        _json.Read();
        _json.Skip();
        return false;
    }

    private void Malformed(JsonException error)
    {
        // The message of the reader ends with the place; ours starts with it, counted from 1 as editors do.
        var end = error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var reason = end < 0 ? error.Message : error.Message[..end];
        var place = string.Create(CultureInfo.InvariantCulture, $"line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}");
        Errors.Report(
            _text.IsEmpty ? new("", "json", "The text is empty; an object is expected, at least {}.")
            : _text.StartsWith("\uFEFF"u8) ? new("", "json", "The text starts with a byte order mark; save it as UTF-8 without one.")
            : new("", "json", $"Malformed JSON at {place}: {reason}"));
    }

    private void Report(string code, string message) => Errors.Report(new(Pointer(), code, message));

    private string Pointer() => (_locator ??= new()).PointerTo(_text, (int)_json.TokenStartIndex);

    private string Found() => _json.TokenType switch
    {
        JsonTokenType.StartObject or JsonTokenType.EndObject => "an object",
        JsonTokenType.StartArray or JsonTokenType.EndArray => "a list",
        JsonTokenType.String => Quote(Text()),
        JsonTokenType.Null => "null",
        _ => Shorten(System.Text.Encoding.UTF8.GetString(_json.ValueSpan[..Math.Min(_json.ValueSpan.Length, EchoLength + 1)])),
    };

    private static string Quote(string text) => "\"" + Shorten(text).ReplaceLineEndings(" ") + "\"";

    private static string Shorten(string text) => text.Length <= EchoLength ? text : text[..EchoLength] + "…";
}
