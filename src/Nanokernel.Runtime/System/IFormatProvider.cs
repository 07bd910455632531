namespace System;

/// <summary>Chooses a culture. The library formats as the invariant culture does and ignores it.</summary>
public interface IFormatProvider
{
    /// <summary>Returns an object for a kind of format, or null.</summary>
    object? GetFormat(Type? formatType);
}
