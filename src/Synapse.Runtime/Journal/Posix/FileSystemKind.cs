using System.Buffers.Binary;

namespace Synapse.Runtime.Journal.Posix;

/// <summary>Names the network file system a folder lies on, if it does: a write-ahead log cannot live there.</summary>
internal static class FileSystemKind
{
    private const int StatfsBytes = 256;

    public static unsafe string? NetworkName(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        Span<byte> buffer = stackalloc byte[StatfsBytes];
        fixed (byte* pointer = buffer)
        {
            if (Libc.Statfs(path, pointer) != 0)
            {
                return null;
            }
        }

        // The type is the first word of the structure, and its magic numbers are 32 bits wide.
        return NetworkName(BinaryPrimitives.ReadUInt32LittleEndian(buffer));
    }

    public static string? NetworkName(uint magic) => magic switch
    {
        0x6969 => "NFS",
        0x517B or 0xFE534D42 => "SMB",
        0xFF534D42 => "CIFS",
        0x00C36400 => "Ceph",
        0x0BD00BD0 => "Lustre",
        0x47504653 => "GPFS",
        0x19830326 => "BeeGFS",
        0x5346414F or 0x6B414653 => "AFS",
        0x73757245 => "Coda",
        _ => null,
    };
}
