using System.Runtime.CompilerServices;

namespace System;

#pragma warning disable CS8500 // Objects never move, so pointers to managed values are as good as references.

/// <summary>A run of values anywhere in memory.</summary>
[Intrinsic]
public readonly ref struct Span<T>
{
    // The compiler knows both fields by position.
    internal readonly ref T _reference;
    private readonly int _length;

    /// <summary>Creates the span of a whole array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span(T[]? array)
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
    public Span(T[]? array, int start, int length)
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
    public unsafe Span(void* pointer, int length)
    {
        if (length < 0)
            ThrowHelper.ThrowArgumentOutOfRange(nameof(length));
        _reference = ref *(T*)pointer;
        _length = length;
    }

    /// <summary>Creates the span of one value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span(ref T reference)
    {
        _reference = ref reference;
        _length = 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Span(ref T reference, int length)
    {
        _reference = ref reference;
        _length = length;
    }

    /// <summary>Gets the empty span.</summary>
    public static Span<T> Empty => default;

    /// <summary>Gets the number of elements.</summary>
    public int Length
    {
        [Intrinsic]
        get => _length;
    }

    /// <summary>Gets whether there are no elements.</summary>
    public bool IsEmpty => _length == 0;

    /// <summary>Gets an element.</summary>
    public ref T this[int index]
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
    public Span<T> Slice(int start)
    {
        if ((uint)start > (uint)_length)
            ThrowHelper.ThrowArgumentOutOfRange(nameof(start));
        return new Span<T>(ref Unsafe.Add(ref _reference, start), _length - start);
    }

    /// <summary>Returns elements from a position on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<T> Slice(int start, int length)
    {
        if ((uint)start > (uint)_length || (uint)length > (uint)(_length - start))
            ThrowHelper.ThrowArgumentOutOfRange(nameof(start));
        return new Span<T>(ref Unsafe.Add(ref _reference, start), length);
    }

    /// <summary>Sets every element to its default value.</summary>
    public void Clear() => SpanHelpers.Clear(ref _reference, _length);

    /// <summary>Sets every element to a value.</summary>
    public void Fill(T value)
    {
        for (int i = 0; i < _length; i++)
            Unsafe.Add(ref _reference, i) = value;
    }

    /// <summary>Copies the elements; the spans may overlap.</summary>
    public void CopyTo(Span<T> destination)
    {
        if ((uint)_length > (uint)destination._length)
            ThrowHelper.ThrowArgument("Destination is too short.");
        SpanHelpers.Move(ref destination._reference, ref _reference, _length);
    }

    /// <summary>Copies the elements if there is room.</summary>
    public bool TryCopyTo(Span<T> destination)
    {
        if ((uint)_length > (uint)destination._length)
            return false;
        SpanHelpers.Move(ref destination._reference, ref _reference, _length);
        return true;
    }

    /// <summary>Returns the elements as a new array.</summary>
    public T[] ToArray() => ((ReadOnlySpan<T>)this).ToArray();

    /// <summary>Returns the characters as a string, for spans of characters.</summary>
    public override string ToString() => ((ReadOnlySpan<T>)this).ToString();

    /// <summary>Throws: spans have no hash code.</summary>
    public override int GetHashCode() => throw new NotSupportedException();

    /// <summary>Throws: spans cannot be boxed.</summary>
    public override bool Equals(object? obj) => throw new NotSupportedException();

    /// <summary>Returns a reference to the first element, or to nothing.</summary>
    public ref T GetPinnableReference()
    {
        if (_length == 0)
            return ref Unsafe.NullRef<T>();
        return ref _reference;
    }

    /// <summary>Returns an enumerator.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Makes an array a span.</summary>
    public static implicit operator Span<T>(T[]? array) => new(array);

    /// <summary>Makes a span a read-only one.</summary>
    public static implicit operator ReadOnlySpan<T>(Span<T> span) => new(ref span._reference, span._length);

    /// <summary>Returns whether two spans are the same memory.</summary>
    public static bool operator ==(Span<T> left, Span<T> right) =>
        left._length == right._length && Unsafe.AreSame(ref left._reference, ref right._reference);

    /// <summary>Returns whether two spans are different memory.</summary>
    public static bool operator !=(Span<T> left, Span<T> right) => !(left == right);

    /// <summary>Walks over the elements of a span.</summary>
    public ref struct Enumerator
    {
        private readonly Span<T> _span;
        private int _index;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Enumerator(Span<T> span)
        {
            _span = span;
            _index = -1;
        }

        /// <summary>Gets the element.</summary>
        public readonly ref T Current => ref _span[_index];

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
