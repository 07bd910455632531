using System.Runtime.CompilerServices;

namespace System.Text;

/// <summary>Builds a string piece by piece. Its buffers stay taken from the heap, so give it the capacity that it needs.</summary>
public sealed class StringBuilder
{
    private const int FirstCapacity = 16;
    private const int GreatestNumberLength = 32;

    private char[] _characters;
    private int _length;

    /// <summary>Creates an empty builder.</summary>
    public StringBuilder()
        : this(FirstCapacity)
    {
    }

    /// <summary>Creates an empty builder that takes a number of characters before it grows.</summary>
    public StringBuilder(int capacity) => _characters = new char[capacity];

    /// <summary>Creates a builder that starts with a text.</summary>
    public StringBuilder(string? value)
        : this(FirstCapacity) => Append(value);

    /// <summary>Gets the number of characters.</summary>
    public int Length => _length;

    /// <summary>Gets how many characters the builder takes before it grows.</summary>
    public int Capacity => _characters.Length;

    /// <summary>Gets or sets a character.</summary>
    [IndexerName("Chars")]
    public char this[int index]
    {
        get => new ReadOnlySpan<char>(_characters, 0, _length)[index];
        set => new Span<char>(_characters, 0, _length)[index] = value;
    }

    /// <summary>Adds a text.</summary>
    public StringBuilder Append(string? value) => Append((ReadOnlySpan<char>)value);

    /// <summary>Adds a text.</summary>
    public StringBuilder Append(ReadOnlySpan<char> value)
    {
        if (_length + value.Length > _characters.Length)
            Array.Resize(ref _characters, Math.Max(_characters.Length * 2, _length + value.Length));
        value.CopyTo(new Span<char>(_characters)[_length..]);
        _length += value.Length;
        return this;
    }

    /// <summary>Adds a character.</summary>
    public StringBuilder Append(char value) => Append(new ReadOnlySpan<char>(in value));

    /// <summary>Adds a character, repeated.</summary>
    public StringBuilder Append(char value, int repeatCount)
    {
        for (int i = 0; i < repeatCount; i++)
            Append(value);
        return this;
    }

    /// <summary>Adds True or False.</summary>
    public StringBuilder Append(bool value) => Append(value.ToString());

    /// <summary>Adds an object's text.</summary>
    public StringBuilder Append(object? value) => Append(value?.ToString());

    /// <summary>Adds a number.</summary>
    public StringBuilder Append(sbyte value)
    {
        Span<char> text = stackalloc char[GreatestNumberLength];
        value.TryFormat(text, out int written);
        return Append(text[..written]);
    }

    /// <summary>Adds a number.</summary>
    public StringBuilder Append(byte value)
    {
        Span<char> text = stackalloc char[GreatestNumberLength];
        value.TryFormat(text, out int written);
        return Append(text[..written]);
    }

    /// <summary>Adds a number.</summary>
    public StringBuilder Append(short value)
    {
        Span<char> text = stackalloc char[GreatestNumberLength];
        value.TryFormat(text, out int written);
        return Append(text[..written]);
    }

    /// <summary>Adds a number.</summary>
    public StringBuilder Append(ushort value)
    {
        Span<char> text = stackalloc char[GreatestNumberLength];
        value.TryFormat(text, out int written);
        return Append(text[..written]);
    }

    /// <summary>Adds a number.</summary>
    public StringBuilder Append(int value)
    {
        Span<char> text = stackalloc char[GreatestNumberLength];
        value.TryFormat(text, out int written);
        return Append(text[..written]);
    }

    /// <summary>Adds a number.</summary>
    public StringBuilder Append(uint value)
    {
        Span<char> text = stackalloc char[GreatestNumberLength];
        value.TryFormat(text, out int written);
        return Append(text[..written]);
    }

    /// <summary>Adds a number.</summary>
    public StringBuilder Append(long value)
    {
        Span<char> text = stackalloc char[GreatestNumberLength];
        value.TryFormat(text, out int written);
        return Append(text[..written]);
    }

    /// <summary>Adds a number.</summary>
    public StringBuilder Append(ulong value)
    {
        Span<char> text = stackalloc char[GreatestNumberLength];
        value.TryFormat(text, out int written);
        return Append(text[..written]);
    }

    /// <summary>Adds a number.</summary>
    public StringBuilder Append(double value)
    {
        Span<char> text = stackalloc char[GreatestNumberLength];
        value.TryFormat(text, out int written);
        return Append(text[..written]);
    }

    /// <summary>Adds a number.</summary>
    public StringBuilder Append(float value)
    {
        Span<char> text = stackalloc char[GreatestNumberLength];
        value.TryFormat(text, out int written);
        return Append(text[..written]);
    }

    /// <summary>Ends the line.</summary>
    public StringBuilder AppendLine() => Append('\n');

    /// <summary>Adds a text and ends the line.</summary>
    public StringBuilder AppendLine(string? value) => Append(value).AppendLine();

    /// <summary>Removes all characters.</summary>
    public StringBuilder Clear()
    {
        _length = 0;
        return this;
    }

    /// <summary>Returns the string, from the heap.</summary>
    public override string ToString() => new(_characters, 0, _length);
}
