using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>
/// CRC-32 of IEEE 802.3, 3.2.9 (reflected, polynomial 0xEDB88320), four bits at a time: the table is 64 bytes, and it finds every change of
/// up to 32 neighbouring bits.
/// </summary>
public static class Crc32
{
    /// <summary>The state before the first byte.</summary>
    public const uint Start = 0xFFFF_FFFF;

    // Entry n: n, shifted right four times and divided by the polynomial on the way.
    private static ReadOnlySpan<uint> Table =>
    [
        0x0000_0000, 0x1DB7_1064, 0x3B6E_20C8, 0x26D9_30AC, 0x76DC_4190, 0x6B6B_51F4, 0x4DB2_6158, 0x5005_713C,
        0xEDB8_8320, 0xF00F_9344, 0xD6D6_A3E8, 0xCB61_B38C, 0x9B64_C2B0, 0x86D3_D2D4, 0xA00A_E278, 0xBDBD_F21C,
    ];

    /// <summary>Adds bytes.</summary>
    /// <param name="state">The state.</param>
    /// <param name="word">The bytes, the first in the lowest bits.</param>
    /// <param name="bytes">How many of its bytes count.</param>
    public static uint Add(uint state, uint word, uint bytes = 4)
    {
        ref var table = ref MemoryMarshal.GetReference(Table);
        state ^= bytes < 4 ? word & ((1u << (int)(bytes * 8)) - 1) : word;
        for (var left = bytes * 2; left != 0; left--)
            state = (state >> 4) ^ Unsafe.Add(ref table, (int)(state & 15));
        return state;
    }

    /// <summary>The checksum of all bytes that were added.</summary>
    public static uint Finish(uint state) => ~state;
}
