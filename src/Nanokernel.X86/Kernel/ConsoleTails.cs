// What partitions have written last on the debug console: in the kernel only of a system with watchers.
using System.Runtime.CompilerServices;
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>A ring of characters for each partition, for its fault records.</summary>
internal static unsafe class ConsoleTails
{
    private static ConsoleTailTable s_tails;
    private static PartitionWords s_counts;

    /// <summary>Keeps what a partition writes.</summary>
    public static void Add(int index, byte* text, uint bytes)
    {
        var tail = Of(index);
        var place = *CountOf(index) % FaultRecord.ConsoleTailBytes;
        *CountOf(index) += bytes;
        for (var end = text + bytes; text != end; text++)
        {
            tail[place] = *text;
            place = place + 1 == FaultRecord.ConsoleTailBytes ? 0 : place + 1;
        }
    }

    /// <summary>Copies it to a record, and begins anew.</summary>
    public static void Take(int index, byte* target)
    {
        var count = *CountOf(index);
        var length = count < FaultRecord.ConsoleTailBytes ? count : FaultRecord.ConsoleTailBytes;
        for (var i = 0u; i < FaultRecord.ConsoleTailBytes; i++)
            target[i] = i < length ? Of(index)[(count - length + i) % FaultRecord.ConsoleTailBytes] : (byte)0;
        *CountOf(index) = 0;
    }

    private static byte* Of(int index) => (byte*)Unsafe.AsPointer(ref s_tails) + (index * FaultRecord.ConsoleTailBytes);

    private static uint* CountOf(int index) => (uint*)Unsafe.AsPointer(ref s_counts) + index;

    [InlineArray(KernelConfiguration.PartitionCount * FaultRecord.ConsoleTailBytes)]
    private struct ConsoleTailTable
    {
        private byte _first;
    }
}
