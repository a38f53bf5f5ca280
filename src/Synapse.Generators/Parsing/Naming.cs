using System.Text;

namespace Synapse.Generators.Parsing;

/// <summary>From C# names to the platform's and back.</summary>
internal static class Naming
{
    /// <summary><c>model_upload</c> → <c>ModelUpload</c>.</summary>
    public static string PascalCase(string name)
    {
        var text = new StringBuilder(name.Length);
        var startsWord = true;
        foreach (var c in name)
        {
            if (c is '_' or '-' or '.')
            {
                startsWord = true;
                continue;
            }

            text.Append(startsWord ? char.ToUpperInvariant(c) : c);
            startsWord = false;
        }

        return text.Length == 0 || char.IsDigit(text[0]) ? "_" + text : text.ToString();
    }

    public static string WithoutSuffix(string name, string suffix) =>
        name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - suffix.Length) : name;

    /// <summary>Lower-case words of letters and digits with single underscores between them, at most 64 characters.</summary>
    public static bool IsStepName(string name) => IsLowerName(name, '_');

    /// <summary>Like a step name, and <c>-</c> may stand between words too.</summary>
    public static bool IsActionName(string name) => IsLowerName(name.Replace('-', '_'), '_');

    private static bool IsLowerName(string name, char separator)
    {
        if (name.Length is 0 or > 64 || name[0] is < 'a' or > 'z' || name[name.Length - 1] == separator)
        {
            return false;
        }

        for (var i = 1; i < name.Length; i++)
        {
            var good = name[i] is (>= 'a' and <= 'z') or (>= '0' and <= '9') || (name[i] == separator && name[i - 1] != separator);
            if (!good)
            {
                return false;
            }
        }

        return true;
    }
}
