using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>A text of UTF-16 characters. A string that is made at run time is taken from the heap, which gives nothing back.</summary>
public sealed partial class String : IComparable<string>, IEquatable<string>, IEnumerable<char>
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
    [IndexerName("Chars")]
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

    // To be written by the maker of the string only.
    internal Span<char> Characters => new(ref _firstChar, _stringLength);

    /// <summary>Returns a reference to the first character.</summary>
    public ref readonly char GetPinnableReference() => ref _firstChar;

    /// <summary>Returns an enumerator of the characters.</summary>
    public CharEnumerator GetEnumerator() => new(this);

    IEnumerator<char> IEnumerable<char>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Returns the string itself.</summary>
    public override string ToString() => this;

    /// <summary>Returns whether a string is null or empty.</summary>
    public static bool IsNullOrEmpty(string? value) => value is null || value._stringLength == 0;

    /// <summary>Returns whether a string is null, empty or white space.</summary>
    public static bool IsNullOrWhiteSpace(string? value) => value is null || ((ReadOnlySpan<char>)value).Trim().IsEmpty;

    /// <inheritdoc/>
    public bool Equals(string? value) => Equals(this, value);

    /// <summary>Returns whether another string is equal to this one.</summary>
    public bool Equals(string? value, StringComparison comparisonType) => Equals(this, value, comparisonType);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is string other && Equals(this, other);

    /// <summary>Returns whether two strings are equal.</summary>
    public static bool Equals(string? a, string? b) =>
        (object?)a == b || (a is not null && b is not null && a._stringLength == b._stringLength && ((ReadOnlySpan<char>)a).SequenceEqual(b));

    /// <summary>Returns whether two strings are equal.</summary>
    public static bool Equals(string? a, string? b, StringComparison comparisonType) =>
        (object?)a == b || (a is not null && b is not null && ((ReadOnlySpan<char>)a).Equals(b, comparisonType));

    /// <summary>Returns whether two strings are equal.</summary>
    public static bool operator ==(string? a, string? b) => Equals(a, b);

    /// <summary>Returns whether two strings are different.</summary>
    public static bool operator !=(string? a, string? b) => !Equals(a, b);

    /// <summary>Returns a hash code; it is the same in each run.</summary>
    public override int GetHashCode()
    {
        uint hash = 5381;
        for (int i = 0; i < _stringLength; i++)
            hash = (hash * 33) ^ this[i];
        return (int)hash;
    }

    /// <summary>Compares by the numbers of the characters.</summary>
    public int CompareTo(string? strB) => CompareOrdinal(this, strB);

    /// <summary>Compares by the numbers of the characters.</summary>
    public static int CompareOrdinal(string? strA, string? strB) =>
        strA is null ? (strB is null ? 0 : -1) : strB is null ? 1 : ((ReadOnlySpan<char>)strA).SequenceCompareTo(strB);

    /// <summary>Makes a string a span of its characters.</summary>
    public static implicit operator ReadOnlySpan<char>(string? value) =>
        value is null ? default : new ReadOnlySpan<char>(ref value._firstChar, value._stringLength);
}
