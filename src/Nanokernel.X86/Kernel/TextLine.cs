// A line of text that is put together before it is shown.
using System;
using System.Runtime.CompilerServices;

namespace Nanokernel.Kernel;

/// <summary>
/// Collects a line for the debug console, so that it goes out in one piece whoever interrupts its making. What does not fit is cut.
/// </summary>
internal unsafe struct TextLine
{
    private const uint Capacity = 764;

    private uint _length;
    private TextLineBytes _bytes;

    /// <summary>How many bytes there are.</summary>
    public readonly uint Length => _length;

    /// <summary>The first byte. The line lies in memory that does not move.</summary>
    public byte* Text => (byte*)Unsafe.AsPointer(ref _bytes);

    /// <summary>Starts anew.</summary>
    public void Clear() => _length = 0;

    /// <summary>Adds UTF-8.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Write(ReadOnlySpan<byte> text) => Write(Constants.Bytes(text), (uint)text.Length);

    /// <summary>Adds UTF-8.</summary>
    public void Write(byte* text, uint bytes)
    {
        for (var end = text + bytes; text != end; text++)
            WriteByte(*text);
    }

    /// <summary>Adds text that ends with a zero, at most so many bytes of it.</summary>
    public void WriteTerminated(byte* text, uint maximum)
    {
        for (var end = text + maximum; text != end && *text != 0; text++)
            WriteByte(*text);
    }

    /// <summary>Adds a number.</summary>
    public void WriteDecimal(uint value)
    {
        if (value >= 10)
            WriteDecimal(value / 10);
        WriteByte('0' + (value % 10));
    }

    /// <summary>Adds a number with leading zeros.</summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">How many of its digits, at most 8.</param>
    public void WriteHexadecimal(uint value, int digits)
    {
        var names = Constants.Bytes("0123456789ABCDEF"u8);
        for (var shift = (digits - 1) * 4; shift >= 0; shift -= 4)
            WriteByte(names[(value >> shift) & 15]);
    }

    /// <summary>Adds an address or a register.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void WriteWord(uint value)
    {
        Write("0x"u8);
        WriteHexadecimal(value, 8);
    }

    /// <summary>Adds one byte.</summary>
    public void WriteByte(uint value)
    {
        if (_length != Capacity)
            Text[_length++] = (byte)value;
    }

    /// <summary>Copies what was added from a place on, and fills the rest of the target with zeros.</summary>
    public void CopyTo(byte* target, uint bytes, uint from)
    {
        for (var i = 0u; i < bytes; i++)
            target[i] = from + i < _length ? Text[from + i] : (byte)0;
    }

    [InlineArray((int)Capacity)]
    private struct TextLineBytes
    {
        private byte _first;
    }
}
