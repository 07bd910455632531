namespace System;

public sealed partial class String
{
    /// <summary>Returns whether a character occurs.</summary>
    public bool Contains(char value) => IndexOf(value) >= 0;

    /// <summary>Returns whether a text occurs.</summary>
    public bool Contains(string value) => ((ReadOnlySpan<char>)this).IndexOf((ReadOnlySpan<char>)value) >= 0;

    /// <summary>Returns where a character first occurs, -1 if nowhere.</summary>
    public int IndexOf(char value) => ((ReadOnlySpan<char>)this).IndexOf(value);

    /// <summary>Returns where a character first occurs from a position on, -1 if nowhere.</summary>
    public int IndexOf(char value, int startIndex)
    {
        int index = ((ReadOnlySpan<char>)this)[startIndex..].IndexOf(value);
        return index < 0 ? index : index + startIndex;
    }

    /// <summary>Returns where a text first occurs, -1 if nowhere; characters are compared by their numbers.</summary>
    public int IndexOf(string value, StringComparison comparisonType = StringComparison.Ordinal) =>
        ((ReadOnlySpan<char>)this).IndexOf((ReadOnlySpan<char>)value, comparisonType);

    /// <summary>Returns where a character last occurs, -1 if nowhere.</summary>
    public int LastIndexOf(char value) => ((ReadOnlySpan<char>)this).LastIndexOf(value);

    /// <summary>Returns whether the string starts with a character.</summary>
    public bool StartsWith(char value) => Length != 0 && this[0] == value;

    /// <summary>Returns whether the string starts with a text; characters are compared by their numbers.</summary>
    public bool StartsWith(string value, StringComparison comparisonType = StringComparison.Ordinal) =>
        value.Length <= Length && ((ReadOnlySpan<char>)this)[..value.Length].Equals(value, comparisonType);

    /// <summary>Returns whether the string ends with a character.</summary>
    public bool EndsWith(char value) => Length != 0 && this[^1] == value;

    /// <summary>Returns whether the string ends with a text; characters are compared by their numbers.</summary>
    public bool EndsWith(string value, StringComparison comparisonType = StringComparison.Ordinal) =>
        value.Length <= Length && ((ReadOnlySpan<char>)this)[(Length - value.Length)..].Equals(value, comparisonType);
}
