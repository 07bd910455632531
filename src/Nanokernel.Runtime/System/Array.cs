using System.Collections;
using System.Runtime.CompilerServices;

namespace System;

#pragma warning disable CS8500 // Objects never move, so pointers to managed values are as good as references.

/// <summary>The base of every array.</summary>
public abstract unsafe class Array
{
    internal int _numComponents;

    private protected Array()
    {
    }

    /// <summary>Gets the number of elements.</summary>
    public int Length
    {
        [Intrinsic]
        get => _numComponents;
    }

    /// <summary>Gets the number of elements.</summary>
    public long LongLength => _numComponents;

    /// <summary>Gets the number of dimensions, which is one.</summary>
    public int Rank => 1;

    /// <summary>Gets the greatest length.</summary>
    public static int MaxLength => 0x7FFF_FFC7;

    /// <summary>Returns the array without elements.</summary>
    public static T[] Empty<T>() => EmptyArray<T>.Value;

    /// <summary>Copies elements from the start of an array to the start of another.</summary>
    public static void Copy(Array sourceArray, Array destinationArray, int length) => Copy(sourceArray, 0, destinationArray, 0, length);

    /// <summary>Copies elements of an array to another one of the same type.</summary>
    public static void Copy(Array sourceArray, int sourceIndex, Array destinationArray, int destinationIndex, int length)
    {
        if (sourceArray.m_pEEType != destinationArray.m_pEEType)
            throw new ArrayTypeMismatchException("Arrays of different types are not copied.");
        if ((uint)sourceIndex > (uint)sourceArray.Length || (uint)length > (uint)(sourceArray.Length - sourceIndex))
            ThrowHelper.ThrowArgument("Source array was not long enough.");
        if ((uint)destinationIndex > (uint)destinationArray.Length || (uint)length > (uint)(destinationArray.Length - destinationIndex))
            ThrowHelper.ThrowArgument("Destination array was not long enough.");
        uint size = sourceArray.m_pEEType->ComponentSize;
        ref byte source = ref Unsafe.As<RawArrayData>(sourceArray).Data;
        ref byte destination = ref Unsafe.As<RawArrayData>(destinationArray).Data;
        SpanHelpers.Memmove(
            ref Unsafe.Add(ref destination, (nint)(size * (uint)destinationIndex)), ref Unsafe.Add(ref source, (nint)(size * (uint)sourceIndex)), size * (uint)length);
    }

    /// <summary>Sets every element to its default value.</summary>
    public static void Clear(Array array) => SpanHelpers.ClearWithoutReferences(
        ref Unsafe.As<RawArrayData>(array).Data, array.m_pEEType->ComponentSize * (uint)array.Length);

    /// <summary>Sets every element to a value.</summary>
    public static void Fill<T>(T[] array, T value) => new Span<T>(array).Fill(value);

    /// <summary>Returns where a value first occurs, -1 if nowhere.</summary>
    public static int IndexOf<T>(T[] array, T value)
    {
        for (int i = 0; i < array.Length; i++)
        {
            if (Collections.Generic.EqualityComparer<T>.Default.Equals(array[i], value))
                return i;
        }

        return -1;
    }

    /// <summary>Reverses the order of the elements.</summary>
    public static void Reverse<T>(T[] array) => new Span<T>(array).Reverse();

    /// <summary>Sorts the elements in place.</summary>
    public static void Sort<T>(T[] array)
        where T : IComparable<T> => new Span<T>(array).Sort();

    /// <summary>Sorts the elements in place by a comparison.</summary>
    public static void Sort<T>(T[] array, Comparison<T> comparison) => new Span<T>(array).Sort(comparison);

    /// <summary>Replaces an array by one of another length that starts with the same elements; one that has the length stays.</summary>
    public static void Resize<T>([Diagnostics.CodeAnalysis.NotNull] ref T[]? array, int newSize)
    {
        if (array is not null && array.Length == newSize)
            return;
        T[] resized = new T[newSize];
        if (array is not null)
            new ReadOnlySpan<T>(array, 0, Math.Min(newSize, array.Length)).CopyTo(resized);
        array = resized;
    }

    /// <summary>Copies the elements to another array.</summary>
    public void CopyTo(Array array, int index) => Copy(this, 0, array, index, Length);
}
