namespace System;

/// <summary>An integer.</summary>
public readonly struct Int64
{
    private readonly long _value;

    /// <summary>The least value.</summary>
    public const long MinValue = -9223372036854775808;

    /// <summary>The greatest value.</summary>
    public const long MaxValue = 9223372036854775807;
}
