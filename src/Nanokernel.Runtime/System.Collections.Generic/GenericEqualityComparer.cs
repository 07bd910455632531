namespace System.Collections.Generic;

// For types that compare themselves.
internal sealed class GenericEqualityComparer<T> : EqualityComparer<T>
    where T : IEquatable<T>
{
    public override bool Equals(T? x, T? y) => x is null ? y is null : y is not null && x.Equals(y);

    public override int GetHashCode(T obj) => obj is null ? 0 : obj.GetHashCode();
}
