namespace System.Collections.Generic;

// For strings.
internal sealed class StringEqualityComparer : EqualityComparer<string>
{
    public override bool Equals(string? x, string? y) => string.Equals(x, y);

    public override int GetHashCode(string obj) => obj?.GetHashCode() ?? 0;
}
