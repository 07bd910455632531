namespace System.Runtime.CompilerServices;

// Where the bytes of a line gather.
[InlineArray(Length)]
internal struct ConsoleBuffer
{
    internal const int Length = 256;

    private byte _first;
}
