using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Synapse.Binding;

/// <summary>
/// Finds the JSON Pointer of a token by reading the text a second time. Only errors pay for places that way. Errors come
/// in the order of the text, so the second reading goes on where it was and the whole stays linear.
/// </summary>
internal sealed class ParamLocator
{
    private readonly List<Frame> _frames = [];
    private JsonReaderState _state = new(new() { MaxDepth = ParamReader.MaxDepth });
    private int _consumed;
    private int _at = -1;

    public static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>The pointer of the token that starts at a byte; of an end token, that of what ends.</summary>
    public string PointerTo(ReadOnlySpan<byte> text, int token)
    {
        if (_at < token)
        {
            Advance(text, token);
        }
        var pointer = new StringBuilder();
        foreach (var frame in _frames)
        {
            pointer.Append('/').Append(frame.IsList ? frame.Index.ToString(CultureInfo.InvariantCulture) : Escape(frame.Name));
        }
        return pointer.ToString();
    }

    private void Advance(ReadOnlySpan<byte> text, int token)
    {
        var start = _consumed;
        var json = new Utf8JsonReader(text[start..], isFinalBlock: true, _state);
        while (_at < token && json.Read())
        {
            // What the token before opened or ended takes effect with this one.
            Take(ref json);
            _at = start + (int)json.TokenStartIndex;
        }
        _consumed = start + (int)json.BytesConsumed;
        _state = json.CurrentState;
    }

    // A container's frame is pushed by the first token in it, so that the container's own start and end have its own pointer.
    private bool _entered;

    private void Take(ref Utf8JsonReader json)
    {
        var isEnd = json.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray;
        if (_entered && !isEnd)
        {
            _frames.Add(new() { IsList = json.TokenType != JsonTokenType.PropertyName, Index = -1 });
        }
        else if (!_entered && isEnd)
        {
            _frames.RemoveAt(_frames.Count - 1);
        }
        _entered = json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
        if (isEnd || _frames.Count == 0)
        {
            return;
        }
        var frame = _frames[^1];
        if (json.TokenType == JsonTokenType.PropertyName)
        {
            frame.Name = LaxText.Unescape(json.ValueSpan, json.ValueIsEscaped);
        }
        else if (frame.IsList)
        {
            frame.Index++;
        }
    }

    private sealed class Frame
    {
        public bool IsList;
        public int Index;
        public string Name = "";
    }
}
