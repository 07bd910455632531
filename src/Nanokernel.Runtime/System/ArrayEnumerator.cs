using System.Collections;
using System.Collections.Generic;

namespace System;

// Walks over an array through its interfaces.
internal sealed class ArrayEnumerator<T>(T[] array) : IEnumerator<T>
{
    private int _index = -1;

    public T Current => array[_index];

    object? IEnumerator.Current => Current;

    public bool MoveNext()
    {
        if (_index + 1 >= array.Length)
            return false;
        _index++;
        return true;
    }

    public void Reset() => _index = -1;

    public void Dispose()
    {
    }
}
