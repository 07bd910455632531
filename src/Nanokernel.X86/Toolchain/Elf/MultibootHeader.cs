using System.Buffers.Binary;

namespace Nanokernel.X86.Toolchain;

/// <summary>
/// The Multiboot (version 1) header: magic, flags and checksum, aligned to 4 bytes, whole within the first 8192 bytes of the file.
/// </summary>
public static class MultibootHeader
{
    /// <summary>The first word of the header.</summary>
    public const uint Magic = 0x1BAD_B002;

    /// <summary>What EAX holds when a Multiboot loader jumps to the entry point.</summary>
    public const uint BootMagic = 0x2BAD_B002;

    /// <summary>Modules are to be page aligned.</summary>
    public const uint PageAlign = 1;

    /// <summary>The loader is to pass the memory map.</summary>
    public const uint MemoryInformation = 2;

    private const int SearchLimit = 8192;
    private const int HeaderSize = 12;

    /// <summary>Makes a header.</summary>
    public static byte[] Create(uint flags)
    {
        var bytes = new byte[HeaderSize];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), flags);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), unchecked(0u - Magic - flags));
        return bytes;
    }

    /// <summary>Finds the header of an image.</summary>
    /// <returns>Its offset, or -1.</returns>
    public static int Find(ReadOnlySpan<byte> file)
    {
        for (var at = 0; at + HeaderSize <= Math.Min(file.Length, SearchLimit); at += 4)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(file[at..]) == Magic && Sum(file[at..]) == 0)
                return at;
        }
        return -1;
    }

    /// <summary>Says why a loader would not find a header; null when it would.</summary>
    internal static string? WhyNotFound(ReadOnlySpan<byte> file)
    {
        if (Find(file) >= 0)
            return null;
        Span<byte> magic = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(magic, Magic);
        var at = file.IndexOf(magic);
        return at switch
        {
            < 0 => "its magic number 0x1BADB002 is nowhere",
            _ when at % 4 != 0 => $"it is at offset {at}, which is no multiple of 4",
            _ when at + HeaderSize > SearchLimit => $"it is at offset {at}",
            _ => $"the one at offset {at} has a wrong checksum",
        };
    }

    private static uint Sum(ReadOnlySpan<byte> header) => unchecked(
        BinaryPrimitives.ReadUInt32LittleEndian(header)
        + BinaryPrimitives.ReadUInt32LittleEndian(header[4..])
        + BinaryPrimitives.ReadUInt32LittleEndian(header[8..]));
}
