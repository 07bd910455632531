using System.Runtime.CompilerServices;

namespace SerialGateway;

/// <summary>Up to 60 bytes on their way from the line to the monitor.</summary>
public struct Block
{
    /// <summary>The most bytes that a block holds.</summary>
    public const int Capacity = 60;

    private uint _count;
    private BlockBytes _bytes;

    /// <summary>The bytes that it holds.</summary>
    public readonly int Count => (int)_count;

    /// <summary>Whether no byte fits in.</summary>
    public readonly bool IsFull => _count == Capacity;

    /// <summary>One of its bytes.</summary>
    public readonly byte this[int index] => _bytes[index];

    /// <summary>Puts a byte behind those it holds.</summary>
    public void Add(byte value) => _bytes[(int)_count++] = value;

    /// <summary>Forgets its bytes.</summary>
    public void Clear() => _count = 0;
}

/// <summary>The bytes of a <see cref="Block"/>.</summary>
[InlineArray(Block.Capacity)]
public struct BlockBytes
{
    private byte _first;
}
