namespace System;

/// <summary>A primitive value.</summary>
public readonly struct Char
{
    private readonly char _value;
}
