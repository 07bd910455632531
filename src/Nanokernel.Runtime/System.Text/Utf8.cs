namespace System.Text;

// Makes UTF-8 of UTF-16. Halves without their other half become U+FFFD.
internal static class Utf8
{
    internal const int MaximumBytesPerCharacter = 3;

    private const uint Replacement = 0xFFFD;

    internal static bool TryEncode(ReadOnlySpan<char> text, Span<byte> destination, out int bytesWritten)
    {
        int written = 0;
        int position = 0;
        bytesWritten = 0;
        while (position < text.Length)
        {
            uint point = Next(text, ref position);
            int size = Size(point);
            if (destination.Length - written < size)
                return false;
            Put(point, destination.Slice(written, size));
            written += size;
        }

        bytesWritten = written;
        return true;
    }

    internal static int Count(ReadOnlySpan<char> text)
    {
        int count = 0;
        int position = 0;
        while (position < text.Length)
            count += Size(Next(text, ref position));
        return count;
    }

    internal static uint Next(ReadOnlySpan<char> text, ref int position)
    {
        char first = text[position++];
        if (!char.IsSurrogate(first))
            return first;
        if (!char.IsHighSurrogate(first) || position == text.Length || !char.IsLowSurrogate(text[position]))
            return Replacement;
        return 0x1_0000 + ((first - 0xD800u) << 10) + (text[position++] - 0xDC00u);
    }

    internal static int Size(uint point) => point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;

    internal static void Put(uint point, Span<byte> destination)
    {
        if (destination.Length == 1)
        {
            destination[0] = (byte)point;
            return;
        }

        for (int i = destination.Length - 1; i > 0; i--)
        {
            destination[i] = (byte)(0x80 | (point & 0x3F));
            point >>= 6;
        }

        destination[0] = (byte)((0xF00u >> destination.Length) | point);
    }
}
