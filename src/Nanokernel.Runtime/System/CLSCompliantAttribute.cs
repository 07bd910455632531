namespace System;

/// <summary>States compliance with the common language specification.</summary>
public sealed class CLSCompliantAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public CLSCompliantAttribute(bool isCompliant)
    {
    }
}
