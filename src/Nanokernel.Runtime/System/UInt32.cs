namespace System;

/// <summary>An integer.</summary>
public readonly struct UInt32
{
    private readonly uint _value;

    /// <summary>The least value.</summary>
    public const uint MinValue = 0;

    /// <summary>The greatest value.</summary>
    public const uint MaxValue = 4294967295;
}
