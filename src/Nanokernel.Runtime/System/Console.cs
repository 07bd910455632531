using System.Runtime.CompilerServices;

namespace System;

/// <summary>Writes to the partition's console. Interpolated strings go there without taking anything from the heap.</summary>
public static class Console
{
    /// <summary>Ends the line.</summary>
    public static void WriteLine() => ConsoleWriter.Write("\n"u8);

    /// <summary>Writes a text.</summary>
    public static void Write(string? value) => Write((ReadOnlySpan<char>)value);

    /// <summary>Writes a text and ends the line.</summary>
    public static void WriteLine(string? value) => WriteLine((ReadOnlySpan<char>)value);

    /// <summary>Writes a text.</summary>
    public static void Write(ReadOnlySpan<char> value)
    {
        ConsoleInterpolatedStringHandler handler = new(value.Length, 0);
        handler.AppendFormatted(value);
        handler.Flush();
    }

    /// <summary>Writes a text and ends the line.</summary>
    public static void WriteLine(ReadOnlySpan<char> value)
    {
        ConsoleInterpolatedStringHandler handler = new(value.Length, 0);
        handler.AppendFormatted(value);
        handler.FlushLine();
    }

    /// <summary>Writes a text that is UTF-8 already.</summary>
    public static void Write(ReadOnlySpan<byte> utf8Text) => ConsoleWriter.Write(utf8Text);

    /// <summary>Writes a text that is UTF-8 already and ends the line.</summary>
    public static void WriteLine(ReadOnlySpan<byte> utf8Text)
    {
        ConsoleInterpolatedStringHandler handler = new(utf8Text.Length, 0);
        handler.AppendFormatted(utf8Text);
        handler.FlushLine();
    }

    /// <summary>Writes an interpolated string.</summary>
    public static void Write(ref ConsoleInterpolatedStringHandler handler) => handler.Flush();

    /// <summary>Writes an interpolated string and ends the line.</summary>
    public static void WriteLine(ref ConsoleInterpolatedStringHandler handler) => handler.FlushLine();

    /// <summary>Writes a value.</summary>
    public static void Write(bool value)
    {
        ConsoleInterpolatedStringHandler handler = new(0, 1);
        handler.AppendFormatted(value);
        handler.Flush();
    }

    /// <summary>Writes a value and ends the line.</summary>
    public static void WriteLine(bool value)
    {
        ConsoleInterpolatedStringHandler handler = new(0, 1);
        handler.AppendFormatted(value);
        handler.FlushLine();
    }

    /// <summary>Writes a value.</summary>
    public static void Write(char value)
    {
        ConsoleInterpolatedStringHandler handler = new(0, 1);
        handler.AppendFormatted(value);
        handler.Flush();
    }

    /// <summary>Writes a value and ends the line.</summary>
    public static void WriteLine(char value)
    {
        ConsoleInterpolatedStringHandler handler = new(0, 1);
        handler.AppendFormatted(value);
        handler.FlushLine();
    }

    /// <summary>Writes a value.</summary>
    public static void Write(int value)
    {
        ConsoleInterpolatedStringHandler handler = new(0, 1);
        handler.AppendFormatted(value);
        handler.Flush();
    }

    /// <summary>Writes a value and ends the line.</summary>
    public static void WriteLine(int value)
    {
        ConsoleInterpolatedStringHandler handler = new(0, 1);
        handler.AppendFormatted(value);
        handler.FlushLine();
    }

    /// <summary>Writes a value.</summary>
    public static void Write(uint value)
    {
        ConsoleInterpolatedStringHandler handler = new(0, 1);
        handler.AppendFormatted(value);
        handler.Flush();
    }

    /// <summary>Writes a value and ends the line.</summary>
    public static void WriteLine(uint value)
    {
        ConsoleInterpolatedStringHandler handler = new(0, 1);
        handler.AppendFormatted(value);
        handler.FlushLine();
    }

    /// <summary>Writes a value.</summary>
    public static void Write(long value)
    {
        ConsoleInterpolatedStringHandler handler = new(0, 1);
        handler.AppendFormatted(value);
        handler.Flush();
    }

    /// <summary>Writes a value and ends the line.</summary>
    public static void WriteLine(long value)
    {
        ConsoleInterpolatedStringHandler handler = new(0, 1);
        handler.AppendFormatted(value);
        handler.FlushLine();
    }

    /// <summary>Writes a value.</summary>
    public static void Write(ulong value)
    {
        ConsoleInterpolatedStringHandler handler = new(0, 1);
        handler.AppendFormatted(value);
        handler.Flush();
    }

    /// <summary>Writes a value and ends the line.</summary>
    public static void WriteLine(ulong value)
    {
        ConsoleInterpolatedStringHandler handler = new(0, 1);
        handler.AppendFormatted(value);
        handler.FlushLine();
    }

    /// <summary>Writes a value.</summary>
    public static void Write(double value)
    {
        ConsoleInterpolatedStringHandler handler = new(0, 1);
        handler.AppendFormatted(value);
        handler.Flush();
    }

    /// <summary>Writes a value and ends the line.</summary>
    public static void WriteLine(double value)
    {
        ConsoleInterpolatedStringHandler handler = new(0, 1);
        handler.AppendFormatted(value);
        handler.FlushLine();
    }

    /// <summary>Writes a value.</summary>
    public static void Write(float value)
    {
        ConsoleInterpolatedStringHandler handler = new(0, 1);
        handler.AppendFormatted(value);
        handler.Flush();
    }

    /// <summary>Writes a value and ends the line.</summary>
    public static void WriteLine(float value)
    {
        ConsoleInterpolatedStringHandler handler = new(0, 1);
        handler.AppendFormatted(value);
        handler.FlushLine();
    }

    /// <summary>Writes an object's text.</summary>
    public static void Write(object? value) => Write(value?.ToString());

    /// <summary>Writes an object's text and ends the line.</summary>
    public static void WriteLine(object? value) => WriteLine(value?.ToString());
}
