using System.Globalization;

namespace Synapse.Runtime.Backends.Local.Content;

/// <summary>The segments of a backend by number.</summary>
internal sealed class SegmentFiles(string directory)
{
    private const string Extension = ".seg";

    public string Directory { get; } = directory;

    public string PathOf(int number) =>
        Path.Combine(Directory, number.ToString("D6", CultureInfo.InvariantCulture) + Extension);

    /// <summary>Rising.</summary>
    public List<int> List()
    {
        var numbers = new List<int>();
        foreach (var path in System.IO.Directory.EnumerateFiles(Directory, "*" + Extension))
        {
            if (int.TryParse(Path.GetFileNameWithoutExtension(path.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                numbers.Add(number);
            }
        }

        numbers.Sort();
        return numbers;
    }
}
