namespace Nanokernel.X86.Toolchain;

/// <summary>Prints bytes, sixteen a line.</summary>
internal static class HexDump
{
    private const int BytesPerLine = 16;

    public static void Write(ReadOnlySpan<byte> bytes, uint address, TextWriter writer)
    {
        for (var at = 0; at < bytes.Length; at += BytesPerLine)
        {
            writer.Write($"  {address + (uint)at:X8}:");
            foreach (var value in bytes.Slice(at, Math.Min(BytesPerLine, bytes.Length - at)))
                writer.Write($" {value:X2}");
            writer.WriteLine();
        }
    }
}
