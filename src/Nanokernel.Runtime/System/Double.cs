namespace System;

/// <summary>A primitive value.</summary>
public readonly struct Double
{
    private readonly double _value;
}
