using System.Text;
using Synapse.Generators.Model.Codecs;

namespace Synapse.Generators.Parsing.Codecs;

/// <summary>
/// The shape of a codec's JSON as one text. It decides after an upgrade of the plugin whether journaled values can
/// still be read, so it says names and forms and nothing that only the C# has.
/// </summary>
internal static class CodecShapes
{
    public static string Of(string className, IReadOnlyDictionary<string, CodecModel?> models)
    {
        var shape = new StringBuilder();
        Append(shape, className, models, []);
        return shape.ToString();
    }

    private static void Append(StringBuilder shape, string className, IReadOnlyDictionary<string, CodecModel?> models, List<string> path)
    {
        var depth = path.IndexOf(className);
        if (depth >= 0)
        {
            // A type inside itself: how many levels up it started.
            shape.Append('^').Append(path.Count - depth);
            return;
        }

        path.Add(className);
        Append(shape, models[className]!.Body, models, path);
        path.RemoveAt(path.Count - 1);
    }

    private static void Append(StringBuilder shape, CodecBody body, IReadOnlyDictionary<string, CodecModel?> models, List<string> path)
    {
        switch (body)
        {
            case ValueBody { Value: var value }:
                Append(shape, value, models, path);
                break;
            case EnumBody { Members: var members }:
                shape.Append('(').Append(string.Join("|", members.Select(m => m.JsonName))).Append(')');
                break;
            case ObjectBody { Members: var members }:
                Join(shape, '{', '}', members, m => Append(shape.Append(m.JsonName).Append(':'), m.Value, models, path));
                break;
            case TupleBody { Elements: var elements }:
                Join(shape, '[', ']', elements, e => Append(shape, e, models, path));
                break;
            case ListBody { Item: var item }:
                Append(shape.Append('['), item, models, path);
                shape.Append("*]");
                break;
            case DictionaryBody { Item: var item }:
                Append(shape.Append("{*:"), item, models, path);
                shape.Append('}');
                break;
            case UnionBody { Cases: var cases }:
                Join(shape, '<', '>', cases, c => Append(shape.Append(c.Name).Append(':'), c.Codec, models, path));
                break;
        }
    }

    private static void Append(StringBuilder shape, CodecValue value, IReadOnlyDictionary<string, CodecModel?> models, List<string> path)
    {
        if (value.Scalar is not null)
        {
            shape.Append(value.Scalar);
        }
        else
        {
            Append(shape, value.Codec!, models, path);
        }

        shape.Append(value.IsNullable ? "?" : string.Empty);
    }

    private static void Join<T>(StringBuilder shape, char open, char close, IEnumerable<T> items, Action<T> append)
    {
        shape.Append(open);
        var first = true;
        foreach (var item in items)
        {
            shape.Append(first ? string.Empty : ",");
            first = false;
            append(item);
        }

        shape.Append(close);
    }
}
