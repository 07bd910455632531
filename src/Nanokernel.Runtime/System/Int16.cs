namespace System;

/// <summary>An integer.</summary>
public readonly struct Int16
{
    private readonly short _value;

    /// <summary>The least value.</summary>
    public const short MinValue = -32768;

    /// <summary>The greatest value.</summary>
    public const short MaxValue = 32767;
}
