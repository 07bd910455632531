namespace System;

// An array as it lies in memory; the elements follow.
internal sealed class RawArrayData
{
    internal uint Length;
    internal byte Data;
}
