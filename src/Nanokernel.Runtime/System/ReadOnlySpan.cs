using System.Runtime.CompilerServices;

namespace System;

#pragma warning disable CS8500 // Objects never move, so pointers to managed values are as good as references.

/// <summary>A run of values anywhere in memory, to be read only.</summary>
[Intrinsic]
public readonly ref struct ReadOnlySpan<T>
{
    // The compiler knows both fields by position.
    internal readonly ref T _reference;
    private readonly int _length;

    /// <summary>Creates the span of a whole array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan(T[]? array)
    {
        if (array is null)
        {
            this = default;
            return;
        }

        _reference = ref array.GetReference();
        _length = array.Length;
    }

    /// <summary>Creates the span of a part of an array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan(T[]? array, int start, int length)
    {
        if ((uint)start > (uint)(array?.Length ?? 0) || (uint)length > (uint)((array?.Length ?? 0) - start))
            ThrowHelper.ThrowArgumentOutOfRange(nameof(start));
        if (array is null)
        {
            this = default;
            return;
        }

        _reference = ref Unsafe.Add(ref array.GetReference(), start);
        _length = length;
    }

    /// <summary>Creates the span of memory at an address.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe ReadOnlySpan(void* pointer, int length)
    {
        if (length < 0)
            ThrowHelper.ThrowArgumentOutOfRange(nameof(length));
        _reference = ref *(T*)pointer;
        _length = length;
    }

    /// <summary>Creates the span of one value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan(ref readonly T reference)
    {
        _reference = ref Unsafe.AsRef(in reference);
        _length = 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan(ref T reference, int length)
    {
        _reference = ref reference;
        _length = length;
    }

    /// <summary>Gets the empty span.</summary>
    public static ReadOnlySpan<T> Empty => default;

    /// <summary>Gets the number of elements.</summary>
    public int Length
    {
        [Intrinsic]
        get => _length;
    }

    /// <summary>Gets whether there are no elements.</summary>
    public bool IsEmpty => _length == 0;

    /// <summary>Gets an element.</summary>
    public ref readonly T this[int index]
    {
        [Intrinsic]
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)index >= (uint)_length)
                ThrowHelper.ThrowIndexOutOfRange();
            return ref Unsafe.Add(ref _reference, index);
        }
    }

    /// <summary>Returns the elements from a position on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<T> Slice(int start)
    {
        if ((uint)start > (uint)_length)
            ThrowHelper.ThrowArgumentOutOfRange(nameof(start));
        return new ReadOnlySpan<T>(ref Unsafe.Add(ref _reference, start), _length - start);
    }

    /// <summary>Returns elements from a position on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<T> Slice(int start, int length)
    {
        if ((uint)start > (uint)_length || (uint)length > (uint)(_length - start))
            ThrowHelper.ThrowArgumentOutOfRange(nameof(start));
        return new ReadOnlySpan<T>(ref Unsafe.Add(ref _reference, start), length);
    }

    /// <summary>Copies the elements; the spans may overlap.</summary>
    public void CopyTo(Span<T> destination)
    {
        if ((uint)_length > (uint)destination.Length)
            ThrowHelper.ThrowArgument("Destination is too short.");
        SpanHelpers.Move(ref destination._reference, ref _reference, _length);
    }

    /// <summary>Copies the elements if there is room.</summary>
    public bool TryCopyTo(Span<T> destination)
    {
        if ((uint)_length > (uint)destination.Length)
            return false;
        SpanHelpers.Move(ref destination._reference, ref _reference, _length);
        return true;
    }

    /// <summary>Returns the elements as a new array.</summary>
    public T[] ToArray()
    {
        T[] array = new T[_length];
        CopyTo(array);
        return array;
    }

    /// <summary>Returns the characters as a string, for spans of characters.</summary>
    public override string ToString() => typeof(T) == typeof(char)
        ? new string(new ReadOnlySpan<char>(ref Unsafe.As<T, char>(ref _reference), _length))
        : "System.ReadOnlySpan";

    /// <summary>Throws: spans have no hash code.</summary>
    public override int GetHashCode() => throw new NotSupportedException();

    /// <summary>Throws: spans cannot be boxed.</summary>
    public override bool Equals(object? obj) => throw new NotSupportedException();

    /// <summary>Returns a reference to the first element, or to nothing.</summary>
    public ref readonly T GetPinnableReference()
    {
        if (_length == 0)
            return ref Unsafe.NullRef<T>();
        return ref _reference;
    }

    /// <summary>Returns an enumerator.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Sees the elements as a type that they extend.</summary>
    public static ReadOnlySpan<T> CastUp<TDerived>(ReadOnlySpan<TDerived> items)
        where TDerived : class?, T => new(ref Unsafe.As<TDerived, T>(ref items._reference), items.Length);

    /// <summary>Makes an array a span.</summary>
    public static implicit operator ReadOnlySpan<T>(T[]? array) => new(array);

    /// <summary>Returns whether two spans are the same memory.</summary>
    public static bool operator ==(ReadOnlySpan<T> left, ReadOnlySpan<T> right) =>
        left._length == right._length && Unsafe.AreSame(ref left._reference, ref right._reference);

    /// <summary>Returns whether two spans are different memory.</summary>
    public static bool operator !=(ReadOnlySpan<T> left, ReadOnlySpan<T> right) => !(left == right);

    /// <summary>Walks over the elements of a span.</summary>
    public ref struct Enumerator
    {
        private readonly ReadOnlySpan<T> _span;
        private int _index;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Enumerator(ReadOnlySpan<T> span)
        {
            _span = span;
            _index = -1;
        }

        /// <summary>Gets the element.</summary>
        public readonly ref readonly T Current => ref _span[_index];

        /// <summary>Goes to the next element; returns false behind the last.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext()
        {
            int next = _index + 1;
            if (next >= _span.Length)
                return false;
            _index = next;
            return true;
        }
    }
}
