using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System;

// What every T[] is besides an Array; the compiler gives arrays these interfaces.
internal sealed class Array<T> : Array, IReadOnlyList<T>
{
    public int Count => Length;

    public T this[int index] => Unsafe.As<T[]>(this)[index];

    public IEnumerator<T> GetEnumerator() => new ArrayEnumerator<T>(Unsafe.As<T[]>(this));

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
