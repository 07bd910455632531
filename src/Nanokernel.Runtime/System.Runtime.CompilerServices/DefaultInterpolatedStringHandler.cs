namespace System.Runtime.CompilerServices;

/// <summary>Builds the string of an interpolated string, from the heap.</summary>
[InterpolatedStringHandler]
public ref struct DefaultInterpolatedStringHandler
{
    private const int GuessedLengthPerValue = 11;
    private const int GreatestFormattedLength = 512;

    private char[] _characters;
    private int _length;

    /// <summary>Begins a text; the C# compiler calls it.</summary>
    public DefaultInterpolatedStringHandler(int literalLength, int formattedCount) =>
        _characters = new char[Math.Max(16, literalLength + (formattedCount * GuessedLengthPerValue))];

    /// <summary>Adds a literal part.</summary>
    public void AppendLiteral(string value) => AppendFormatted((ReadOnlySpan<char>)value);

    /// <summary>Adds a text.</summary>
    public void AppendFormatted(string? value) => AppendFormatted((ReadOnlySpan<char>)value);

    /// <summary>Adds a text, with spaces up to a width: before it, or behind it if negative.</summary>
    public void AppendFormatted(string? value, int alignment, string? format = null) => AppendFormatted((ReadOnlySpan<char>)value, alignment, format);

    /// <summary>Adds a text, with spaces up to a width: before it, or behind it if negative.</summary>
    public void AppendFormatted(scoped ReadOnlySpan<char> value, int alignment = 0, string? format = null)
    {
        AppendSpaces(alignment - value.Length);
        Reserve(value.Length);
        value.CopyTo(new Span<char>(_characters)[_length..]);
        _length += value.Length;
        AppendSpaces(-alignment - value.Length);
    }

    /// <summary>Adds an object's text.</summary>
    public void AppendFormatted(object? value, int alignment = 0, string? format = null) =>
        AppendFormatted(value is IFormattable formattable ? formattable.ToString(format, null) : value?.ToString(), alignment);

    /// <summary>Adds a value's text.</summary>
    [SkipLocalsInit]
    public void AppendFormatted<T>(T value, int alignment = 0, string? format = null)
    {
        if (value is not ISpanFormattable)
        {
            AppendFormatted(value is IFormattable ? ((IFormattable)value).ToString(format, null) : value?.ToString(), alignment);
            return;
        }

        Span<char> text = stackalloc char[GreatestFormattedLength];
        if (!((ISpanFormattable)value).TryFormat(text, out int written, format, null))
            ThrowHelper.ThrowArgument("A formatted value is longer than 512 characters.");
        AppendFormatted(text[..written], alignment);
    }

    /// <summary>Returns the string.</summary>
    public override readonly string ToString() => new(_characters, 0, _length);

    /// <summary>Returns the string; the C# compiler calls it.</summary>
    public string ToStringAndClear()
    {
        string text = new(_characters, 0, _length);
        _length = 0;
        return text;
    }

    private void AppendSpaces(int count)
    {
        if (count <= 0)
            return;
        Reserve(count);
        new Span<char>(_characters, _length, count).Fill(' ');
        _length += count;
    }

    private void Reserve(int count)
    {
        if (_length + count <= _characters.Length)
            return;
        char[] larger = new char[Math.Max(_characters.Length * 2, _length + count)];
        new ReadOnlySpan<char>(_characters, 0, _length).CopyTo(larger);
        _characters = larger;
    }
}
