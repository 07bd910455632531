using System.Buffers.Binary;
using Iced.Intel;

namespace Nanokernel.Image.Tests.Infrastructure;

/// <summary>A Multiboot ELF image of a few instructions, for tests of the emulators alone.</summary>
internal static class TinyImage
{
    private const uint LoadAddress = 0x0010_0000;
    private const int HeadersBytes = 52 + 32;
    private const int MultibootBytes = 12;

    /// <summary>Writes an image that runs the instructions from its Multiboot entry on.</summary>
    /// <returns>Its path.</returns>
    public static string Write(string name, Action<Assembler> code)
    {
        var assembler = new Assembler(32);
        code(assembler);
        var text = new MemoryStream();
        assembler.Assemble(new StreamCodeWriter(text), LoadAddress + HeadersBytes + MultibootBytes);

        var image = new byte[HeadersBytes + MultibootBytes + text.Length];
        "\u007FELF\u0001\u0001\u0001"u8.CopyTo(image);
        WriteWords(image, 16, 3 << 16 | 2, 1, LoadAddress + HeadersBytes + MultibootBytes, 52, 0, 0, 32 << 16 | 52, 40 << 16 | 1, 0);
        WriteWords(image, 52, 1, 0, LoadAddress, LoadAddress, (uint)image.Length, (uint)image.Length, 7, 4096);
        WriteWords(image, HeadersBytes, 0x1BAD_B002, 0, unchecked(0u - 0x1BAD_B002));
        text.ToArray().CopyTo(image, HeadersBytes + MultibootBytes);

        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "tiny")).FullName, name + ".elf");
        File.WriteAllBytes(path, image);
        return path;
    }

    private static void WriteWords(byte[] image, int offset, params ReadOnlySpan<uint> words)
    {
        foreach (var word in words)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(offset), word);
            offset += 4;
        }
    }
}
