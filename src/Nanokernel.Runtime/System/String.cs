using System.Runtime.CompilerServices;

namespace System;

/// <summary>A text of UTF-16 characters. A string that is made at run time is taken from the heap, which gives nothing back.</summary>
public sealed partial class String
{
    private readonly int _stringLength;
    private char _firstChar;

    /// <summary>The empty string.</summary>
    public static readonly string Empty = "";

    /// <summary>Gets the number of characters.</summary>
    public int Length
    {
        [Intrinsic]
        get => _stringLength;
    }

    /// <summary>Gets a character.</summary>
    public char this[int index]
    {
        [Intrinsic]
        get
        {
            if ((uint)index >= (uint)_stringLength)
                ThrowHelper.ThrowIndexOutOfRange();
            return Unsafe.Add(ref _firstChar, index);
        }
    }

    /// <summary>Returns a reference to the first character.</summary>
    public ref readonly char GetPinnableReference() => ref _firstChar;

    /// <summary>Makes a string a span of its characters.</summary>
    public static implicit operator ReadOnlySpan<char>(string? value) =>
        value is null ? default : new ReadOnlySpan<char>(ref value._firstChar, value._stringLength);
}
