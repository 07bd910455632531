namespace System;

public sealed partial class String
{
    /// <summary>Returns the characters from a position on, from the heap.</summary>
    public string Substring(int startIndex) => startIndex == 0 ? this : new string(((ReadOnlySpan<char>)this)[startIndex..]);

    /// <summary>Returns characters from a position on, from the heap.</summary>
    public string Substring(int startIndex, int length) =>
        startIndex == 0 && length == Length ? this : new string(((ReadOnlySpan<char>)this).Slice(startIndex, length));

    /// <summary>Returns the string without white space at both ends, from the heap.</summary>
    public string Trim() => Part(((ReadOnlySpan<char>)this).Trim());

    /// <summary>Returns the string without white space at its start, from the heap.</summary>
    public string TrimStart() => Part(((ReadOnlySpan<char>)this).TrimStart());

    /// <summary>Returns the string without white space at its end, from the heap.</summary>
    public string TrimEnd() => Part(((ReadOnlySpan<char>)this).TrimEnd());

    /// <summary>Returns the string with its letters of ASCII as capitals, from the heap.</summary>
    public string ToUpperInvariant()
    {
        string text = new((ReadOnlySpan<char>)this);
        foreach (ref char character in text.Characters)
            character = char.ToUpperInvariant(character);
        return text;
    }

    /// <summary>Returns the string with its letters of ASCII as small ones, from the heap.</summary>
    public string ToLowerInvariant()
    {
        string text = new((ReadOnlySpan<char>)this);
        foreach (ref char character in text.Characters)
            character = char.ToLowerInvariant(character);
        return text;
    }

    /// <summary>Returns the string with each occurrence of a character replaced, from the heap.</summary>
    public string Replace(char oldChar, char newChar)
    {
        string text = new((ReadOnlySpan<char>)this);
        foreach (ref char character in text.Characters)
        {
            if (character == oldChar)
                character = newChar;
        }

        return text;
    }

    /// <summary>Returns the string with characters before it up to a length, from the heap.</summary>
    public string PadLeft(int totalWidth, char paddingChar = ' ')
    {
        if (totalWidth <= Length)
            return this;
        string text = new(paddingChar, totalWidth);
        ((ReadOnlySpan<char>)this).CopyTo(text.Characters[(totalWidth - Length)..]);
        return text;
    }

    /// <summary>Returns the string with characters behind it up to a length, from the heap.</summary>
    public string PadRight(int totalWidth, char paddingChar = ' ')
    {
        if (totalWidth <= Length)
            return this;
        string text = new(paddingChar, totalWidth);
        ((ReadOnlySpan<char>)this).CopyTo(text.Characters);
        return text;
    }

    /// <summary>Returns the parts between the separators, from the heap.</summary>
    public string[] Split(char separator)
    {
        string[] parts = new string[((ReadOnlySpan<char>)this).Count(separator) + 1];
        ReadOnlySpan<char> rest = this;
        for (int i = 0; i < parts.Length; i++)
        {
            int end = rest.IndexOf(separator);
            parts[i] = new string(end < 0 ? rest : rest[..end]);
            rest = end < 0 ? default : rest[(end + 1)..];
        }

        return parts;
    }

    /// <summary>Returns the characters as a new array.</summary>
    public char[] ToCharArray() => ((ReadOnlySpan<char>)this).ToArray();

    private string Part(ReadOnlySpan<char> part) => part.Length == Length ? this : new string(part);
}
