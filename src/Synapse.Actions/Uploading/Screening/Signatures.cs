namespace Synapse.Actions.Uploading.Screening;

/// <summary>What files begin with, by their format's specification.</summary>
internal static class Signatures
{
    /// <summary>The kind of program that content is, or null.</summary>
    public static string? ProgramOf(ReadOnlySpan<byte> head) =>
        head.StartsWith("\u007FELF"u8) ? "ELF"
        : head.StartsWith("MZ"u8) && IsPortableExecutable(head) ? "PE"
        : head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xED, 0xFA, 0xCE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xED, 0xFA, 0xCF])
            || head.StartsWith((ReadOnlySpan<byte>)[0xCE, 0xFA, 0xED, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xCF, 0xFA, 0xED, 0xFE]) ? "Mach-O"
        : head.StartsWith("#!"u8) ? "script (#!)"
        : null;

    /// <summary>Whether content can be what its extension says; true for extensions that say nothing.</summary>
    public static bool Fits(string extension, ReadOnlySpan<byte> head) => extension switch
    {
        ".jpg" or ".jpeg" => head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
        ".png" => head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']),
        ".gif" => head.StartsWith("GIF8"u8),
        ".bmp" => head.StartsWith("BM"u8),
        ".tif" or ".tiff" => head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) || head.StartsWith("II+\0"u8) || head.StartsWith("MM\0+"u8),
        ".webp" => IsRiff(head, "WEBP"u8),
        ".wav" => IsRiff(head, "WAVE"u8),
        ".avi" => IsRiff(head, "AVI "u8),
        ".pdf" => head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0,
        ".zip" or ".docx" or ".xlsx" or ".pptx" => head.StartsWith("PK"u8),
        ".gz" => head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]),
        ".mp4" or ".m4v" or ".m4a" or ".mov" or ".3gp" => IsBaseMedia(head),
        ".mkv" or ".webm" => head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]),
        ".ogg" or ".oga" or ".ogv" => head.StartsWith("OggS"u8),
        ".flac" => head.StartsWith("fLaC"u8),
        ".mp3" => head.StartsWith("ID3"u8) || (head.Length > 1 && head[0] == 0xFF && (head[1] & 0xE0) == 0xE0),
        _ => true,
    };

    private static bool IsRiff(ReadOnlySpan<byte> head, ReadOnlySpan<byte> form) =>
        head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..12].SequenceEqual(form);

    // ISO 14496-12: a box of some type follows its length; older QuickTime files begin with one of its data.
    private static bool IsBaseMedia(ReadOnlySpan<byte> head) => head.Length >= 8
        && (head[4..8].SequenceEqual("ftyp"u8) || head[4..8].SequenceEqual("moov"u8) || head[4..8].SequenceEqual("mdat"u8)
            || head[4..8].SequenceEqual("wide"u8) || head[4..8].SequenceEqual("free"u8));

    private static bool IsPortableExecutable(ReadOnlySpan<byte> head)
    {
        const int PlaceOfHeader = 0x3C;
        if (head.Length < PlaceOfHeader + 4)
        {
            return false;
        }

        var header = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(head[PlaceOfHeader..]);
        return header + 4 <= head.Length ? head[(int)header..].StartsWith("PE\0\0"u8) : header < 1 << 20;
    }
}
