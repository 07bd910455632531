namespace System;

/// <summary>An integer.</summary>
public readonly struct UInt16
{
    private readonly ushort _value;

    /// <summary>The least value.</summary>
    public const ushort MinValue = 0;

    /// <summary>The greatest value.</summary>
    public const ushort MaxValue = 65535;
}
