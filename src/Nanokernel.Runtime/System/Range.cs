using System.Runtime.CompilerServices;

namespace System;

/// <summary>The positions from a start up to, but not including, an end.</summary>
public readonly struct Range : IEquatable<Range>
{
    /// <summary>Creates a range.</summary>
    public Range(Index start, Index end)
    {
        Start = start;
        End = end;
    }

    /// <summary>Gets the first position.</summary>
    public Index Start { get; }

    /// <summary>Gets the position behind the last.</summary>
    public Index End { get; }

    /// <summary>Gets the range of everything.</summary>
    public static Range All => new(Index.Start, Index.End);

    /// <summary>Creates the range from a position to the end.</summary>
    public static Range StartAt(Index start) => new(start, Index.End);

    /// <summary>Creates the range from the start to a position.</summary>
    public static Range EndAt(Index end) => new(Index.Start, end);

    /// <summary>Returns offset and length in a collection of the given length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int Offset, int Length) GetOffsetAndLength(int length)
    {
        int start = Start.GetOffset(length);
        int end = End.GetOffset(length);
        if ((uint)end > (uint)length || (uint)start > (uint)end)
            ThrowHelper.ThrowArgumentOutOfRange(nameof(length));
        return (start, end - start);
    }

    /// <inheritdoc/>
    public bool Equals(Range other) => Start.Equals(other.Start) && End.Equals(other.End);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Range other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (Start.GetHashCode() * 31) + End.GetHashCode();

    /// <summary>Returns the range as C# writes it, from the heap.</summary>
    public override string ToString() => Start.ToString() + ".." + End.ToString();
}
