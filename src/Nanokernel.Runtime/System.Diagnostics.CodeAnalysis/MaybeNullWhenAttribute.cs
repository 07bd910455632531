namespace System.Diagnostics.CodeAnalysis;

/// <summary>Null may come out when the method returns the given value.</summary>
public sealed class MaybeNullWhenAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public MaybeNullWhenAttribute(bool returnValue)
    {
    }
}
