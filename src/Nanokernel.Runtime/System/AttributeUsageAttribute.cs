namespace System;

/// <summary>States what an attribute can be put on.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AttributeUsageAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public AttributeUsageAttribute(AttributeTargets validOn) => ValidOn = validOn;

    /// <summary>Gets what the attribute can be put on.</summary>
    public AttributeTargets ValidOn { get; }

    /// <summary>Gets or sets whether it can be there more than once.</summary>
    public bool AllowMultiple { get; set; }

    /// <summary>Gets or sets whether derived types inherit it.</summary>
    public bool Inherited { get; set; }
}
