using System.Collections.Generic;

namespace System;

/// <summary>Makes one hash code of several. The codes are the same in each run.</summary>
public struct HashCode
{
    private const uint Prime1 = 2654435761;
    private const uint Prime2 = 2246822519;

    private uint _state;

    /// <summary>Adds a value.</summary>
    public void Add<T>(T value) => AddHash(value is null ? 0 : EqualityComparer<T>.Default.GetHashCode(value));

    /// <summary>Returns the hash code of what was added.</summary>
    public readonly int ToHashCode()
    {
        uint hash = _state;
        hash ^= hash >> 15;
        hash *= Prime2;
        return (int)(hash ^ (hash >> 13));
    }

    internal void AddHash(int hash) => _state = (Numerics.BitOperations.RotateLeft(_state, 5) ^ (uint)hash) * Prime1;

    /// <summary>Returns the hash code of a value.</summary>
    public static int Combine<T1>(T1 value1)
    {
        HashCode hash = default;
        hash.Add(value1);
        return hash.ToHashCode();
    }

    /// <summary>Returns the hash code of 2 values.</summary>
    public static int Combine<T1, T2>(T1 value1, T2 value2)
    {
        HashCode hash = default;
        hash.Add(value1);
        hash.Add(value2);
        return hash.ToHashCode();
    }

    /// <summary>Returns the hash code of 3 values.</summary>
    public static int Combine<T1, T2, T3>(T1 value1, T2 value2, T3 value3)
    {
        HashCode hash = default;
        hash.Add(value1);
        hash.Add(value2);
        hash.Add(value3);
        return hash.ToHashCode();
    }

    /// <summary>Returns the hash code of 4 values.</summary>
    public static int Combine<T1, T2, T3, T4>(T1 value1, T2 value2, T3 value3, T4 value4)
    {
        HashCode hash = default;
        hash.Add(value1);
        hash.Add(value2);
        hash.Add(value3);
        hash.Add(value4);
        return hash.ToHashCode();
    }

    /// <summary>Returns the hash code of 5 values.</summary>
    public static int Combine<T1, T2, T3, T4, T5>(T1 value1, T2 value2, T3 value3, T4 value4, T5 value5)
    {
        HashCode hash = default;
        hash.Add(value1);
        hash.Add(value2);
        hash.Add(value3);
        hash.Add(value4);
        hash.Add(value5);
        return hash.ToHashCode();
    }

    /// <summary>Returns the hash code of 6 values.</summary>
    public static int Combine<T1, T2, T3, T4, T5, T6>(T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6)
    {
        HashCode hash = default;
        hash.Add(value1);
        hash.Add(value2);
        hash.Add(value3);
        hash.Add(value4);
        hash.Add(value5);
        hash.Add(value6);
        return hash.ToHashCode();
    }

    /// <summary>Returns the hash code of 7 values.</summary>
    public static int Combine<T1, T2, T3, T4, T5, T6, T7>(T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6, T7 value7)
    {
        HashCode hash = default;
        hash.Add(value1);
        hash.Add(value2);
        hash.Add(value3);
        hash.Add(value4);
        hash.Add(value5);
        hash.Add(value6);
        hash.Add(value7);
        return hash.ToHashCode();
    }

    /// <summary>Returns the hash code of 8 values.</summary>
    public static int Combine<T1, T2, T3, T4, T5, T6, T7, T8>(T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6, T7 value7, T8 value8)
    {
        HashCode hash = default;
        hash.Add(value1);
        hash.Add(value2);
        hash.Add(value3);
        hash.Add(value4);
        hash.Add(value5);
        hash.Add(value6);
        hash.Add(value7);
        hash.Add(value8);
        return hash.ToHashCode();
    }
}
