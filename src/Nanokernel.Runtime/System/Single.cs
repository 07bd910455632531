namespace System;

/// <summary>A primitive value.</summary>
public readonly struct Single
{
    private readonly float _value;
}
