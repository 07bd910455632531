namespace System.Collections.Generic;

// For types that have no comparison of their own.
internal sealed class ObjectEqualityComparer<T> : EqualityComparer<T>
{
    public override bool Equals(T? x, T? y) => x is null ? y is null : x.Equals(y);

    public override int GetHashCode(T obj) => obj is null ? 0 : obj.GetHashCode();
}
