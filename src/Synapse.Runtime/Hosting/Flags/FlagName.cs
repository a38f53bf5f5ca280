using System.Text;

namespace Synapse.Runtime.Hosting.Flags;

/// <summary>How a JSON name is written as a flag: kebab-case, and snake_case is read too.</summary>
internal static class FlagName
{
    /// <summary>Flags that are never read as a param; one of that name is given by <c>--set</c> or in the file.</summary>
    public static readonly string[] Reserved = ["--params", "--set", "--help"];

    public static string Of(string jsonName)
    {
        var kebab = new StringBuilder("--", jsonName.Length + 4);
        for (var i = 0; i < jsonName.Length; i++)
        {
            var c = jsonName[i];
            if (char.IsUpper(c) && i > 0 && !char.IsUpper(jsonName[i - 1]) && jsonName[i - 1] is not ('_' or '-'))
            {
                kebab.Append('-');
            }
            kebab.Append(c == '_' ? '-' : char.ToLowerInvariant(c));
        }
        return kebab.ToString();
    }

    /// <summary>How a value is given: <c>--epochs N</c>, or <c>--set help=N</c> where the flag is reserved.</summary>
    public static string WithValue(string jsonName, string value) => IsReserved(jsonName) ? $"--set {jsonName}={value}" : $"{Of(jsonName)} {value}";

    /// <summary>What gives a value, for messages.</summary>
    public static string Giving(string jsonName) => IsReserved(jsonName) ? "--set " + jsonName : Of(jsonName);

    private static bool IsReserved(string jsonName) => Array.IndexOf(Reserved, Of(jsonName)) >= 0;

    /// <summary>Whether a flag without its dashes means a JSON name.</summary>
    public static bool Means(ReadOnlySpan<char> typed, string jsonName)
    {
        if (typed.SequenceEqual(jsonName))
        {
            return true;
        }
        if (typed.Length < jsonName.Length)
        {
            return false;
        }
        var kebab = Of(jsonName).AsSpan(2);
        if (typed.Length != kebab.Length)
        {
            return false;
        }
        for (var i = 0; i < typed.Length; i++)
        {
            if ((typed[i] == '_' ? '-' : typed[i]) != kebab[i])
            {
                return false;
            }
        }
        return true;
    }
}
