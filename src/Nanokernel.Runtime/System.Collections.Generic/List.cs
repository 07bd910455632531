using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

/// <summary>A list that grows. What it outgrows stays taken from the heap, so give it the capacity that it needs.</summary>
public class List<T> : IReadOnlyList<T>
{
    private const int FirstCapacity = 4;

    private T[] _items;
    private int _count;

    /// <summary>Creates an empty list.</summary>
    public List() => _items = Array.Empty<T>();

    /// <summary>Creates an empty list that takes a number of elements before it grows.</summary>
    public List(int capacity) => _items = new T[capacity];

    /// <inheritdoc/>
    public int Count => _count;

    /// <summary>Gets how many elements the list takes before it grows.</summary>
    public int Capacity => _items.Length;

    /// <summary>Gets or sets an element.</summary>
    public T this[int index]
    {
        get
        {
            Check(index, _count);
            return _items[index];
        }

        set
        {
            Check(index, _count);
            _items[index] = value;
        }
    }

    /// <summary>Adds an element at the end.</summary>
    public void Add(T item)
    {
        if (_count == _items.Length)
            Array.Resize(ref _items, Math.Max(FirstCapacity, _count * 2));
        _items[_count++] = item;
    }

    /// <summary>Inserts an element at a position.</summary>
    public void Insert(int index, T item)
    {
        Check(index, _count + 1);
        Add(item);
        Array.Copy(_items, index, _items, index + 1, _count - 1 - index);
        _items[index] = item;
    }

    /// <summary>Removes the element at a position.</summary>
    public void RemoveAt(int index)
    {
        Check(index, _count);
        _count--;
        Array.Copy(_items, index + 1, _items, index, _count - index);
        _items[_count] = default!;
    }

    /// <summary>Removes the first element that is equal to a value; returns whether there was one.</summary>
    public bool Remove(T item)
    {
        int index = IndexOf(item);
        if (index >= 0)
            RemoveAt(index);
        return index >= 0;
    }

    /// <summary>Removes all elements.</summary>
    public void Clear()
    {
        Array.Clear(_items);
        _count = 0;
    }

    /// <summary>Returns where a value first occurs, -1 if nowhere.</summary>
    public int IndexOf(T item)
    {
        int index = Array.IndexOf(_items, item);
        return index < _count ? index : -1;
    }

    /// <summary>Returns whether a value occurs.</summary>
    public bool Contains(T item) => IndexOf(item) >= 0;

    /// <summary>Returns the elements as a new array.</summary>
    public T[] ToArray() => new ReadOnlySpan<T>(_items, 0, _count).ToArray();

    /// <summary>Returns an enumerator.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => new Enumerator(this);

    IEnumerator IEnumerable.GetEnumerator() => new Enumerator(this);

    private static void Check(int index, int limit)
    {
        if ((uint)index >= (uint)limit)
            ThrowHelper.ThrowArgumentOutOfRange(nameof(index));
    }

    /// <summary>Walks over the elements of a list.</summary>
    public struct Enumerator : IEnumerator<T>
    {
        private readonly List<T> _list;
        private int _index;

        internal Enumerator(List<T> list)
        {
            _list = list;
            _index = -1;
        }

        /// <inheritdoc/>
        public readonly T Current => _list._items[_index];

        readonly object? IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext() => ++_index < _list._count;

        void IEnumerator.Reset() => _index = -1;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
