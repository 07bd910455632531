namespace System;

/// <summary>A primitive value.</summary>
public readonly struct Boolean
{
    private readonly bool _value;
}
