namespace System;

/// <summary>Marks what is no longer to be used.</summary>
public sealed class ObsoleteAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public ObsoleteAttribute()
    {
    }

    /// <summary>Creates the attribute.</summary>
    public ObsoleteAttribute(string? message)
    {
    }

    /// <summary>Creates the attribute.</summary>
    public ObsoleteAttribute(string? message, bool error)
    {
    }
}
