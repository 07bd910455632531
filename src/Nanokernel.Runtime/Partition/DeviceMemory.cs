using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>
/// The memory of a device that the partition owns. The accesses of the program come in its order and are as wide as the method says. What
/// of them reaches the device at once is decided in the system: all of them, unless the memory is stated to be cached in some way.
/// </summary>
public readonly unsafe struct DeviceMemory
{
    private readonly byte* _address;

    private DeviceMemory(byte* address, int length)
    {
        _address = address;
        Length = length;
    }

    /// <summary>The bytes.</summary>
    public int Length { get; }

    /// <summary>Finds memory by its physical address, the number in the device's manual.</summary>
    /// <param name="physicalAddress">The first address.</param>
    /// <param name="length">The bytes.</param>
    /// <exception cref="ArgumentException">Not all of it belongs to one device that the system gives to this partition.</exception>
    public static DeviceMemory At(uint physicalAddress, int length)
    {
        var window = (MemoryWindow*)(VirtualMemoryMap.InformationPage + InformationPage.MemoryWindowsOffset);
        for (var end = window + PartitionPages.Information->MemoryWindowCount; window < end; window++)
        {
            var offset = physicalAddress - window->PhysicalAddress;
            if (window->Kind == MemoryWindow.DeviceMemory && length > 0 && offset < window->Bytes && (uint)length <= window->Bytes - offset)
                return new DeviceMemory((byte*)(window->Address + offset), length);
        }

        throw new ArgumentException("The partition owns no device with this memory.");
    }

    // The memory of a BAR, which the kernel has mapped.
    internal static DeviceMemory OfBar(uint address, uint size) => new((byte*)address, (int)size);

    /// <summary>Reads a byte.</summary>
    /// <param name="offset">The offset from the first address.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not within the memory.</exception>
    public byte ReadByte(int offset) => Volatile.Read(ref *At(offset, sizeof(byte)));

    /// <summary>Reads a 16-bit word.</summary>
    /// <param name="offset">The offset from the first address.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not all of it is within the memory.</exception>
    public ushort ReadUInt16(int offset) => Load((ushort*)At(offset, sizeof(ushort)));

    /// <summary>Reads a 32-bit word.</summary>
    /// <param name="offset">The offset from the first address.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not all of it is within the memory.</exception>
    public uint ReadUInt32(int offset) => Load((uint*)At(offset, sizeof(uint)));

    /// <summary>Writes a byte.</summary>
    /// <param name="offset">The offset from the first address.</param>
    /// <param name="value">The byte.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not within the memory.</exception>
    public void WriteByte(int offset, byte value) => Volatile.Write(ref *At(offset, sizeof(byte)), value);

    /// <summary>Writes a 16-bit word.</summary>
    /// <param name="offset">The offset from the first address.</param>
    /// <param name="value">The word.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not all of it is within the memory.</exception>
    public void WriteUInt16(int offset, ushort value) => Volatile.Write(ref *(ushort*)At(offset, sizeof(ushort)), value);

    /// <summary>Writes a 32-bit word.</summary>
    /// <param name="offset">The offset from the first address.</param>
    /// <param name="value">The word.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not all of it is within the memory.</exception>
    public void WriteUInt32(int offset, uint value) => Volatile.Write(ref *(uint*)At(offset, sizeof(uint)), value);

    /// <summary>
    /// Sends off what write-combining memory holds back: the writes before the call reach their devices before any access behind it. Memory
    /// cached in other ways does not need it.
    /// </summary>
    public static void Flush() => Interlocked.MemoryBarrier();      // a locked instruction: SDM vol. 3A, 12.3.1

    // Not inlined: where a caller looks at some bits only, the compiler would read their byte only, which many devices do not answer.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ushort Load(ushort* address) => Volatile.Read(ref *address);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint Load(uint* address) => Volatile.Read(ref *address);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte* At(int offset, int bytes)
    {
        if ((uint)offset >= (uint)Length || Length - offset < bytes)
            throw new ArgumentOutOfRangeException(nameof(offset));
        return _address + offset;
    }
}
