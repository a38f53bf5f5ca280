using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Synapse.Binding;

namespace Synapse.Runtime.Hosting.Flags;

/// <summary>Reads the file of <c>--params</c>. Every way in which it cannot be read is a sentence, never a stack trace.</summary>
internal static class ParamsFile
{
    private const int LargestExcerpt = 100;

    /// <summary>The file's JSON object, or null with the reason.</summary>
    public static byte[]? Read(HostContext host, string path, out string? problem)
    {
        var content = ReadBytes(host, path, out problem);
        if (content is null)
        {
            return null;
        }
        var name = Name(path);
        var json = WithoutMark(content);
        if (IsBlank(json))
        {
            problem = $"{name} is empty: expected a JSON object such as {{\"epochs\": 3}}";
            return null;
        }
        if (!Utf8.IsValid(json))
        {
            problem = $"{name} is not valid UTF-8 from byte {ValidBytes(json) + 1} on. Save it as UTF-8.";
            return null;
        }
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ParamReader.MaxDepth });
            reader.Read();
            var first = reader.TokenType;
            reader.Skip();
            reader.Read();
            problem = first == JsonTokenType.StartObject ? null : $"{name}: expected a JSON object, found {Found(first)}.";
        }
        catch (JsonException e)
        {
            problem = Malformed(name, json, e);
        }
        return problem is null ? json.ToArray() : null;
    }

    /// <summary>The file as messages name it.</summary>
    public static string Name(string path) => path == ParamInput.StandardInput ? "standard input" : path;

    private static byte[]? ReadBytes(HostContext host, string path, out string? problem)
    {
        problem = null;
        try
        {
            if (path == ParamInput.StandardInput)
            {
                using var content = new MemoryStream();
                host.Console.Input.CopyTo(content);
                return content.ToArray();
            }
            var full = Path.GetFullPath(path, host.Environment.CurrentDirectory);
            if (Directory.Exists(full))
            {
                problem = $"--params {path}: this is a folder, expected a JSON file.";
                return null;
            }
            return File.ReadAllBytes(full);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            problem = $"--params {path}: there is no such file. Relative paths start at {host.Environment.CurrentDirectory}.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problem = $"--params {path}: cannot be read: {e.Message}";
        }
        return null;
    }

    private static ReadOnlySpan<byte> WithoutMark(byte[] content)
    {
        var mark = Encoding.UTF8.Preamble;
        return content.AsSpan().StartsWith(mark) ? content.AsSpan(mark.Length) : content;
    }

    private static int ValidBytes(ReadOnlySpan<byte> json)
    {
        Utf8.ToUtf16(json, new char[json.Length], out var read, out _, replaceInvalidSequences: false);
        return read;
    }

    private static bool IsBlank(ReadOnlySpan<byte> json) => json.Trim(" \t\r\n"u8).IsEmpty;

    private static string Found(JsonTokenType token) => token switch
    {
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        _ => "null",
    };

    /// <summary>Names line and column as editors count them and shows the line with a mark below the place.</summary>
    private static string Malformed(string name, ReadOnlySpan<byte> json, JsonException e)
    {
        var (line, column) = ((int)(e.LineNumber ?? 0), (int)(e.BytePositionInLine ?? 0));
        var text = Line(json, line);
        column = Encoding.UTF8.GetCharCount(text[..Math.Min(column, text.Length)]);
        var message = $"{name}, line {line + 1}, column {column + 1}: {WithoutPlace(e.Message)}";
        var shown = Encoding.UTF8.GetString(text).Replace('\t', ' ');
        return shown.Length is 0 or > LargestExcerpt || column > shown.Length
            ? message
            : $"{message}\n  {shown}\n  {new string(' ', column)}^";
    }

    private static ReadOnlySpan<byte> Line(ReadOnlySpan<byte> json, int line)
    {
        for (; line > 0; line--)
        {
            json = json[(json.IndexOf((byte)'\n') + 1)..];
        }
        var end = json.IndexOf((byte)'\n');
        return (end < 0 ? json : json[..end]).TrimEnd((byte)'\r');
    }

    private static string WithoutPlace(string message)
    {
        var place = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return place < 0 ? message : message[..place];
    }
}
