namespace System;

// The array without elements.
internal static class EmptyArray<T>
{
    internal static readonly T[] Value = new T[0];
}
