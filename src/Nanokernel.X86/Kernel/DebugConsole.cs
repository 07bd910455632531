// The debug console: port 0xE9, where the kernel reports and partitions without a UART write.
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nanokernel.Kernel;

/// <summary>Writes text. Several partitions may share the console: each of their lines starts with the partition's name.</summary>
internal static unsafe class DebugConsole
{
    private const uint Port = 0xE9;

    // Whose line is unfinished: a partition's index + 1 (what it writes itself) or a number above, or 0 at the start of a line.
    private static int s_lineOwner;

    /// <summary>Writes for a partition, up to the end of a line: a text of many short lines would take long.</summary>
    /// <returns>The bytes written.</returns>
    public static uint WriteFor(int index, byte* text, uint bytes)
    {
        if (bytes == 0)
            return 0;
        if (s_lineOwner != index + 1)
        {
            StartLine();
            WriteByte('[');
            Partitions.WriteName(index);
            Write("] "u8);
        }

        var end = text;
        var limit = text + bytes;
        while (*end++ != '\n' && end != limit)
        {
        }

        bytes = (uint)(end - text);
        Write(text, bytes);
        s_lineOwner = end[-1] == '\n' ? 0 : index + 1;
        return bytes;
    }

    /// <summary>Leaves a line unfinished, to be gone on with unless somebody else writes before.</summary>
    public static void LeaveOpen(int owner) => s_lineOwner = owner + 1;

    /// <summary>Whether the unfinished line is an owner's.</summary>
    public static bool IsOpenFor(int owner) => s_lineOwner == owner + 1;

    /// <summary>Ends the unfinished line, if there is one.</summary>
    public static void StartLine()
    {
        if (s_lineOwner != 0)
            EndLine();
    }

    /// <summary>Ends a line.</summary>
    public static void EndLine()
    {
        WriteByte('\n');
        s_lineOwner = 0;
    }

    /// <summary>Writes UTF-8.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Write(ReadOnlySpan<byte> text)
        => Write(Constants.Bytes(text), (uint)text.Length);

    /// <summary>Writes UTF-8.</summary>
    public static void Write(byte* text, uint bytes) => Processor.OutString8(Port, text, bytes);

    /// <summary>Writes text that ends with a zero, at most so many bytes of it.</summary>
    public static void WriteTerminated(byte* text, uint maximum)
    {
        var bytes = 0u;
        while (bytes < maximum && text[bytes] != 0)
            bytes++;
        Write(text, bytes);
    }

    /// <summary>Writes a number.</summary>
    public static void WriteDecimal(uint value)
    {
        if (value >= 10)
            WriteDecimal(value / 10);
        WriteByte('0' + (value % 10));
    }

    /// <summary>Writes a number with leading zeros.</summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">How many of its digits, at most 8.</param>
    public static void WriteHexadecimal(uint value, int digits)
    {
        ulong text;
        var first = (byte*)&text;
        var names = Constants.Bytes("0123456789ABCDEF"u8);
        for (var next = first + digits; next != first; value >>= 4)
            *--next = names[value & 15];
        Write(first, (uint)digits);
    }

    /// <summary>Writes an address or a register.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void WriteWord(uint value)
    {
        Write("0x"u8);
        WriteHexadecimal(value, 8);
    }

    /// <summary>Writes one byte.</summary>
    public static void WriteByte(uint value) => Processor.Out8(Port, value);
}
