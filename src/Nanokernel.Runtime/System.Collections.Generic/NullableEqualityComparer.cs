namespace System.Collections.Generic;

// For values that may be missing.
internal sealed class NullableEqualityComparer<T> : EqualityComparer<T?>
    where T : struct
{
    public override bool Equals(T? x, T? y) =>
        x.HasValue == y.HasValue && (!x.HasValue || EqualityComparer<T>.Default.Equals(x.GetValueOrDefault(), y.GetValueOrDefault()));

    public override int GetHashCode(T? obj) => obj.HasValue ? EqualityComparer<T>.Default.GetHashCode(obj.GetValueOrDefault()) : 0;
}
