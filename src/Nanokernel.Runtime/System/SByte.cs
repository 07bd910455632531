namespace System;

/// <summary>An integer.</summary>
public readonly struct SByte
{
    private readonly sbyte _value;

    /// <summary>The least value.</summary>
    public const sbyte MinValue = -128;

    /// <summary>The greatest value.</summary>
    public const sbyte MaxValue = 127;
}
