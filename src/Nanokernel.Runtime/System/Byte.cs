namespace System;

/// <summary>An integer.</summary>
public readonly struct Byte
{
    private readonly byte _value;

    /// <summary>The least value.</summary>
    public const byte MinValue = 0;

    /// <summary>The greatest value.</summary>
    public const byte MaxValue = 255;
}
