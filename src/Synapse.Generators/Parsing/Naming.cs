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

    /// <summary>The step or action name that is closest to a text, or null when nothing of it can stay.</summary>
    public static string? Repaired(string text)
    {
        var name = new StringBuilder(text.Length);
        foreach (var c in SnakeCase.Of(text.Trim()))
        {
            var good = char.ToLowerInvariant(c) is var lower and (>= 'a' and <= 'z' or >= '0' and <= '9') ? lower : '_';
            if (name.Length > 0 ? good != '_' || name[name.Length - 1] != '_' : good is >= 'a' and <= 'z')
            {
                name.Append(good);
            }
        }

        var repaired = name.ToString(0, Math.Min(name.Length, 64)).TrimEnd('_');
        return repaired.Length == 0 ? null : repaired;
    }

    /// <summary>The first of <c>name_2</c>, <c>name_3</c>… that is free.</summary>
    public static string Free(string name, Func<string, bool> isTaken)
    {
        var number = 2;
        while (isTaken($"{name}_{number}"))
        {
            number++;
        }

        return $"{name}_{number}";
    }

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
