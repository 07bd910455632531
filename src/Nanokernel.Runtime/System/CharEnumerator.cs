using System.Collections;
using System.Collections.Generic;

namespace System;

/// <summary>Walks over the characters of a string. A <c>foreach</c> over a string does without it.</summary>
public sealed class CharEnumerator : IEnumerator<char>
{
    private readonly string _text;
    private int _index = -1;

    internal CharEnumerator(string text) => _text = text;

    /// <inheritdoc/>
    public char Current => _text[_index];

    object? IEnumerator.Current => Current;

    /// <inheritdoc/>
    public bool MoveNext() => ++_index < _text.Length;

    /// <inheritdoc/>
    public void Reset() => _index = -1;

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
