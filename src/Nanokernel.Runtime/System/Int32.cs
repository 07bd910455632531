namespace System;

/// <summary>An integer.</summary>
public readonly struct Int32
{
    private readonly int _value;

    /// <summary>The least value.</summary>
    public const int MinValue = -2147483648;

    /// <summary>The greatest value.</summary>
    public const int MaxValue = 2147483647;
}
