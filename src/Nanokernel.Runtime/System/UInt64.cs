namespace System;

/// <summary>An integer.</summary>
public readonly struct UInt64
{
    private readonly ulong _value;

    /// <summary>The least value.</summary>
    public const ulong MinValue = 0;

    /// <summary>The greatest value.</summary>
    public const ulong MaxValue = 18446744073709551615;
}
