using System.Runtime.CompilerServices;

namespace System;

/// <summary>A position counted from the start or, as <c>^n</c>, from the end.</summary>
public readonly struct Index : IEquatable<Index>
{
    // Positions from the end are stored as their complement.
    private readonly int _value;

    /// <summary>Creates a position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Index(int value, bool fromEnd = false)
    {
        if (value < 0)
            ThrowHelper.ThrowArgumentOutOfRange(nameof(value));
        _value = fromEnd ? ~value : value;
    }

    /// <summary>Gets the first position.</summary>
    public static Index Start => default;

    /// <summary>Gets the position behind the last element.</summary>
    public static Index End => new(0, true);

    /// <summary>Gets the number.</summary>
    public int Value => _value < 0 ? ~_value : _value;

    /// <summary>Gets whether the position is counted from the end.</summary>
    public bool IsFromEnd => _value < 0;

    /// <summary>Creates a position counted from the start.</summary>
    public static Index FromStart(int value) => new(value);

    /// <summary>Creates a position counted from the end.</summary>
    public static Index FromEnd(int value) => new(value, true);

    /// <summary>Returns the position from the start in a collection of the given length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int GetOffset(int length) => _value < 0 ? _value + length + 1 : _value;

    /// <inheritdoc/>
    public bool Equals(Index other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Index other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value;

    /// <summary>Returns the position as C# writes it, from the heap.</summary>
    public override string ToString() => IsFromEnd ? "^" + Value.ToString() : Value.ToString();

    /// <summary>Makes a number a position from the start.</summary>
    public static implicit operator Index(int value) => new(value);
}
