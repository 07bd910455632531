// x87 and SSE registers belong to one partition at a time.
using System.Runtime.CompilerServices;

namespace Nanokernel.Kernel;

/// <summary>
/// The build knows which partitions have x87, MMX or SSE instructions in their code. The registers are saved and loaded when one of
/// them gets the processor and another had it before; the rest run with CR0.TS set, so that they cannot see them (SDM vol. 3A, 14.1).
/// </summary>
internal static unsafe class FloatingPoint
{
    /// <summary>The bytes of an FXSAVE area (SDM vol. 1, 10.5.1).</summary>
    private const uint AreaBytes = 512;

    private static AreaTable s_areas;
    private static int s_owner;
    private static bool s_forbidden;

    /// <summary>Gives each partition the registers as FNINIT and a reset of MXCSR leave them.</summary>
    public static void Initialize()
    {
        s_owner = -1;
        for (var index = 0; index < Partitions.Count; index++)
        {
            *(ushort*)Area(index) = 0x037F;          // FCW: all exceptions masked, 64-bit precision
            *(uint*)(Area(index) + 24) = 0x1F80;     // MXCSR: all exceptions masked
        }
    }

    /// <summary>Prepares the registers for a partition.</summary>
    public static void SwitchTo(int index)
    {
        if (!Uses(index))
        {
            if (!s_forbidden)
                Processor.ForbidFloatingPoint();
            s_forbidden = true;
            return;
        }

        if (s_owner == index)
        {
            if (s_forbidden)
                Processor.AllowFloatingPoint();
        }
        else
        {
            if (s_owner >= 0)
                Processor.SaveFloatingPoint(Area(s_owner));
            Processor.RestoreFloatingPoint(Area(index));
            s_owner = index;
        }

        s_forbidden = false;
    }

    private static bool Uses(int index)
        => KernelConfiguration.FloatingPointPartitions == uint.MaxValue >> (32 - Partitions.Count)
            || ((KernelConfiguration.FloatingPointPartitions >> index) & 1) != 0;

    /// <summary>FXSAVE wants 16-byte alignment; the table has room to spare for it.</summary>
    private static byte* Area(int index)
        => (byte*)(((uint)Unsafe.AsPointer(ref s_areas) + 15) & ~15u) + (uint)index * AreaBytes;

    [InlineArray((KernelConfiguration.PartitionCount * 512) + 16)]
    private struct AreaTable
    {
        private byte _first;
    }
}
