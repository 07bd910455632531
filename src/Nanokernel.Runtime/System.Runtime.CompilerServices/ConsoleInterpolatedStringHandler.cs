using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace System.Runtime.CompilerServices;

/// <summary>Writes the parts of an interpolated string to the console as UTF-8, through a buffer on the stack.</summary>
[InterpolatedStringHandler]
public ref partial struct ConsoleInterpolatedStringHandler
{
    private ConsoleBuffer _buffer;
    private int _length;

    /// <summary>Begins a text; the C# compiler calls it.</summary>
    [SkipLocalsInit]
    public ConsoleInterpolatedStringHandler(int literalLength, int formattedCount)
    {
        Unsafe.SkipInit(out this);
        _length = 0;
    }

    [UnscopedRef]
    private Span<byte> Rest => _buffer[_length..];

    /// <summary>Adds a literal part.</summary>
    public void AppendLiteral(string value) => AppendText(value);

    /// <summary>Adds a text.</summary>
    public void AppendFormatted(string? value) => AppendText(value);

    /// <summary>Adds a text, with spaces up to a width: before it, or behind it if negative.</summary>
    public void AppendFormatted(string? value, int alignment, string? format = null) => AppendFormatted((ReadOnlySpan<char>)value, alignment, format);

    /// <summary>Adds a text.</summary>
    public void AppendFormatted(scoped ReadOnlySpan<char> value) => AppendText(value);

    /// <summary>Adds a text, with spaces up to a width: before it, or behind it if negative.</summary>
    public void AppendFormatted(scoped ReadOnlySpan<char> value, int alignment, string? format = null)
    {
        AppendSpaces(alignment - value.Length);
        AppendText(value);
        AppendSpaces(-alignment - value.Length);
    }

    /// <summary>Adds a text that is UTF-8 already.</summary>
    public void AppendFormatted(scoped ReadOnlySpan<byte> utf8Value)
    {
        if (utf8Value.Length > ConsoleBuffer.Length - _length)
            Flush();
        if (utf8Value.Length > ConsoleBuffer.Length)
        {
            ConsoleWriter.Write(utf8Value);
            return;
        }

        utf8Value.CopyTo(Rest);
        _length += utf8Value.Length;
    }

    /// <summary>Adds an object's text.</summary>
    public void AppendFormatted(object? value, int alignment = 0, string? format = null) =>
        AppendFormatted(value is IFormattable formattable ? formattable.ToString(format, null) : value?.ToString(), alignment);

    /// <summary>Adds a value's text, without the heap if the type is <see cref="IUtf8SpanFormattable"/>.</summary>
    public void AppendFormatted<T>(T value, int alignment = 0, string? format = null)
    {
        if (EnumValue.IsEnum<T>())
        {
            AppendEnum(value, alignment, format);
            return;
        }

        if (value is not IUtf8SpanFormattable)
        {
            AppendFormatted(value is IFormattable ? ((IFormattable)value).ToString(format, null) : value?.ToString(), alignment);
            return;
        }

        int written;
        while (!((IUtf8SpanFormattable)value).TryFormat(Rest, out written, format, null))
        {
            if (_length == 0)
                ThrowHelper.ThrowArgument("A formatted value is longer than the console's buffer.");
            Flush();
        }

        Align(written, alignment);
    }

    internal void Flush()
    {
        ConsoleWriter.Write(_buffer[.._length]);
        _length = 0;
    }

    internal void FlushLine()
    {
        if (_length == ConsoleBuffer.Length)
            Flush();
        _buffer[_length++] = (byte)'\n';
        Flush();
    }

    private void AppendText(scoped ReadOnlySpan<char> text)
    {
        int position = 0;
        while (position < text.Length)
        {
            uint point = Utf8.Next(text, ref position);
            int size = Utf8.Size(point);
            if (ConsoleBuffer.Length - _length < size)
                Flush();
            Utf8.Put(point, Rest[..size]);
            _length += size;
        }
    }

    private void AppendSpaces(int count)
    {
        for (; count > 0; count--)
        {
            if (_length == ConsoleBuffer.Length)
                Flush();
            _buffer[_length++] = (byte)' ';
        }
    }

    private void AppendEnum<T>(T value, int alignment, string? format)
    {
        int written;
        while (!EnumValue.TryFormat(EnumValue.Bits(value), EnumValue.TypeOf<T>(), format, Rest, out written))
            Flush();
        Align(written, alignment);
    }

    // Takes over what was just written at the end, moved behind the spaces that are to stand before it.
    private void Align(int written, int alignment)
    {
        int padding = Math.Abs(alignment) - written;
        if (alignment <= 0 || padding <= 0)
        {
            _length += written;
            AppendSpaces(padding);
            return;
        }

        if (padding + written > ConsoleBuffer.Length - _length)
        {
            Span<byte> text = Rest[..written];
            Span<byte> copy = stackalloc byte[ConsoleBuffer.Length];
            text.CopyTo(copy);
            AppendSpaces(padding);
            AppendFormatted(copy[..written]);
            return;
        }

        Rest[..written].CopyTo(Rest[padding..]);
        Rest[..padding].Fill((byte)' ');
        _length += padding + written;
    }
}
