namespace System.Collections.Generic;

// For enumerations, by their numbers.
internal sealed class EnumComparer<T> : Comparer<T>
    where T : struct
{
    public override int Compare(T x, T y) => EnumValue.Compare(x, y);
}
