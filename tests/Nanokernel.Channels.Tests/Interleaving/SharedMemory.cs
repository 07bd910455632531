using System;
using System.Runtime.InteropServices;
using Nanokernel.Abi;
using Real = System.Runtime.CompilerServices.Unsafe;

namespace Nanokernel.Channels.Tests;

/// <summary>
/// The memory of channels, at the addresses that it has in a partition: 32 bits are all that an end's record has for them. Each region has a
/// page and behind it one that nobody can touch.
/// </summary>
internal static unsafe partial class SharedMemory
{
    internal const uint RegionStride = 2 * VirtualMemoryMap.PageSize;
    private const int RegionMaximum = 32;
    private const uint WindowBytes = RegionMaximum * RegionStride;

    private static readonly (uint Bytes, uint Participants)[] Regions = new (uint, uint)[RegionMaximum];
    private static readonly bool IsMapped = Map();

    /// <summary>Sets a cleared region aside for some participants.</summary>
    internal static uint Open(int region, uint bytes, uint participants)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, VirtualMemoryMap.PageSize);
        if (!IsMapped)
            throw new InvalidOperationException("The addresses of channels are taken in this process.");
        Regions[region] = (bytes, participants);
        var address = VirtualMemoryMap.ChannelBase + ((uint)region * RegionStride);
        new Span<byte>((void*)(nuint)address, (int)VirtualMemoryMap.PageSize).Clear();
        return address;
    }

    internal static void CloseAll() => Array.Clear(Regions);

    internal static void Touch(ref uint location) => Touch((nuint)Real.AsPointer(ref location), sizeof(uint));

    /// <summary>Somebody is about to access this address: others may go on before, and it has to be within a channel that is his.</summary>
    internal static void Touch(nuint address, int bytes)
    {
        var offset = address - VirtualMemoryMap.ChannelBase;
        if (offset >= WindowBytes)
            return;
        var (size, participants) = Regions[offset / RegionStride];
        if ((offset % RegionStride) + (uint)bytes > size || ((participants >> Participants.Running.Index) & 1) == 0)
            Participants.Fail($"Participant {Participants.Running.Index} touches {address:X8}, which is not within a channel of its own.");
        Participants.Step();
    }

    private static bool Map()
    {
        const int readWrite = 3;
        const int none = 0;
        const int privateAnonymous = 0x22;
        if (MapMemory(VirtualMemoryMap.ChannelBase, WindowBytes, readWrite, privateAnonymous, -1, 0) != VirtualMemoryMap.ChannelBase)
            return false;
        for (var region = 0u; region < RegionMaximum; region++)
        {
            var guard = VirtualMemoryMap.ChannelBase + (region * RegionStride) + VirtualMemoryMap.PageSize;
            if (ProtectMemory(guard, VirtualMemoryMap.PageSize, none) != 0)
                return false;
        }

        return true;
    }

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nuint MapMemory(nuint address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int ProtectMemory(nuint address, nuint length, int protection);
}
