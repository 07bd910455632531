using Nanokernel;

namespace System;

// Hands bytes to the partition's console.
internal static unsafe class ConsoleWriter
{
    internal static void Write(ReadOnlySpan<byte> utf8Text)
    {
        fixed (byte* text = utf8Text)
            ConsoleOutput.Write(text, utf8Text.Length);
    }
}
