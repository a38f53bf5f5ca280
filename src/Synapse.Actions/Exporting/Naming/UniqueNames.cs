using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Synapse.Actions.Exporting.Naming;

/// <summary>
/// Gives each item the name of its files: that of its primary file, or its id. The second item of a name gets its id behind it.
/// Names that differ in case or in how letters with marks are written are one name: many file systems hold them to be.
/// </summary>
internal sealed class UniqueNames
{
    // Sixteen bytes of a hash, not the names: there may be millions.
    private readonly HashSet<UInt128> _names = [];
    private readonly HashSet<UInt128> _originals = [];

    /// <summary>What the item would be called if it were alone; null when it has no file to be called after.</summary>
    public static string? WantedFor(AnnotatedItem item) => item.PrimaryFile is { } file ? Path.GetFileNameWithoutExtension(LastPart(file)) : null;

    /// <summary>The extension of the item's original file, with its dot; nothing when it has none.</summary>
    public static string ExtensionOf(DataFile file) => SafeName.Extension(LastPart(file));

    public string NameFor(AnnotatedItem item)
    {
        var id = item.Id.ToString(CultureInfo.InvariantCulture);
        var extension = item.PrimaryFile is { } file ? ExtensionOf(file) : "";
        var stem = WantedFor(item) is { } wanted ? SafeName.Of(wanted) : null;
        if (stem is not null && Take(stem, extension))
        {
            return stem;
        }

        var (name, number) = (stem is null ? id : WithEnding(stem, "__" + id), 1);
        while (!Take(name, extension))
        {
            number++;
            name = WithEnding(stem ?? id, string.Create(CultureInfo.InvariantCulture, $"{(stem is null ? "" : "__" + id)}_{number}"));
        }

        return name;
    }

    // Folders of a file's name are dropped, whatever system it comes from.
    private static string LastPart(DataFile file) => file.Name[(file.Name.AsSpan().LastIndexOfAny('/', '\\') + 1)..];

    private static string WithEnding(string stem, string ending) =>
        (SafeName.Of(stem, SafeName.MaxBytes - Encoding.UTF8.GetByteCount(ending)) ?? "") + ending;

    // "a.b" may be a name with an extension, and one without: the original files must differ as well.
    private bool Take(string name, string extension)
    {
        var (nameKey, originalKey) = (Key(name), Key(name + extension));
        if (_names.Contains(nameKey) || _originals.Contains(originalKey))
        {
            return false;
        }

        return _names.Add(nameKey) && _originals.Add(originalKey);
    }

    private static UInt128 Key(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(Decomposition.Of(name.ToUpperInvariant()).ToUpperInvariant()), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
