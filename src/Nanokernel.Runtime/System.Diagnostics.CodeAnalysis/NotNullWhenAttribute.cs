namespace System.Diagnostics.CodeAnalysis;

/// <summary>Null does not come out when the method returns the given value.</summary>
public sealed class NotNullWhenAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public NotNullWhenAttribute(bool returnValue)
    {
    }
}
