using System.Buffers.Binary;
using Nanokernel.Abi;

namespace Nanokernel.X86.Building;

/// <summary>Pages that become tables of the processor, by their physical addresses.</summary>
internal sealed class TablePages
{
    private readonly uint _address;
    private readonly List<byte[]> _pages = [];

    /// <summary>Begins with pages whose addresses are known before their contents.</summary>
    /// <param name="address">The physical address of the first page.</param>
    /// <param name="count">How many there are.</param>
    public TablePages(uint address, int count)
    {
        _address = address;
        for (var page = 0; page < count; page++)
            Add();
    }

    /// <summary>Adds a page of zeros.</summary>
    /// <returns>Its physical address.</returns>
    public uint Add()
    {
        _pages.Add(new byte[VirtualMemoryMap.PageSize]);
        return _address + (uint)(_pages.Count - 1) * VirtualMemoryMap.PageSize;
    }

    /// <summary>The bytes from an address to the end of its page.</summary>
    public Span<byte> At(uint address) =>
        _pages[(int)((address - _address) / VirtualMemoryMap.PageSize)].AsSpan((int)(address % VirtualMemoryMap.PageSize));

    /// <summary>Reads a 32-bit entry.</summary>
    public uint Get32(uint address) => BinaryPrimitives.ReadUInt32LittleEndian(At(address));

    /// <summary>Writes a 32-bit entry.</summary>
    public void Set32(uint address, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(At(address), value);

    /// <summary>Reads a 64-bit entry.</summary>
    public ulong Get64(uint address) => BinaryPrimitives.ReadUInt64LittleEndian(At(address));

    /// <summary>Writes a 64-bit entry.</summary>
    public void Set64(uint address, ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(At(address), value);

    /// <summary>All pages.</summary>
    public byte[] ToArray() => [.. _pages.SelectMany(page => page)];
}
