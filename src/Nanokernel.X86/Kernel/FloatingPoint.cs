// x87 and SSE registers belong to one partition at a time.
using System.Runtime.CompilerServices;

namespace Nanokernel.Kernel;

/// <summary>
/// The build knows which partitions have x87, MMX or SSE instructions in their code. Whoever runs and is not the owner of the registers
/// has CR0.TS set, so that such an instruction raises #NM (SDM vol. 3A, 14.1); it then gets the registers, with its own contents, if it is
/// one of those partitions. Where only one of them is, nothing is ever exchanged.
/// </summary>
internal static unsafe class FloatingPoint
{
    /// <summary>The bytes of an FXSAVE area (SDM vol. 1, 10.5.1).</summary>
    private const int AreaBytes = 512;

    private const int Nobody = -1;

    private const uint Users = KernelConfiguration.FloatingPointPartitions;

    /// <summary>Whether the registers go from one partition to another: at least two bits are set.</summary>
    public const bool AreShared = (Users & unchecked(Users - 1)) != 0;

    private static AreaTable s_areas;
    private static int s_owner;
    private static bool s_forbidden;

    /// <summary>The registers, and the contents that each partition will find, are as FNINIT and a reset of MXCSR leave them.</summary>
    public static void Initialize()
    {
        for (var index = 0; index < AreaTable.Count; index++)
            Clear(index);

        Processor.RestoreFloatingPoint(Area(0));
        Processor.ForbidFloatingPoint();
        s_forbidden = true;
        s_owner = Nobody;
        if (!AreShared)
        {
            for (var index = 0; index < Partitions.Count; index++)
            {
                if (Uses(index))
                    s_owner = index;
            }
        }
    }

    /// <summary>Prepares the registers for a partition: they are its own, or nobody's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SwitchTo(int index)
    {
        if (Users == 0)
            return;
        if (s_owner == index)
        {
            if (s_forbidden)
                Processor.AllowFloatingPoint();
            s_forbidden = false;
        }
        else if (!s_forbidden)
        {
            Processor.ForbidFloatingPoint();
            s_forbidden = true;
        }
    }

    /// <summary>Gives the running partition, which has raised #NM, the registers.</summary>
    /// <returns>Whether it may have them: its code has an instruction that needs them.</returns>
    public static bool TryTake(int index)
    {
        if (!Uses(index))
            return false;
        Processor.AllowFloatingPoint();
        if (s_owner != Nobody)
            Processor.SaveFloatingPoint(Area(s_owner));
        Processor.RestoreFloatingPoint(Area(index));
        s_owner = index;
        s_forbidden = false;
        return true;
    }

    /// <summary>A partition starts anew, with registers as it had them at first.</summary>
    public static void Forget(int index)
    {
        if (!Uses(index))
            return;
        Clear(AreShared ? index : 0);
        if (s_owner != index)
            return;
        Processor.AllowFloatingPoint();
        Processor.RestoreFloatingPoint(Area(AreShared ? index : 0));
        s_forbidden = false;
    }

    private static void Clear(int index)
    {
        var area = Area(index);
        Processor.FillWords((uint*)area, 0, AreaBytes / sizeof(uint));
        *(ushort*)area = 0x037F;          // FCW: all exceptions masked, 64-bit precision
        *(uint*)(area + 24) = 0x1F80;     // MXCSR: all exceptions masked
    }

    private static bool Uses(int index) => ((Users >> index) & 1) != 0;

    /// <summary>FXSAVE wants 16-byte alignment; the table has room to spare for it.</summary>
    private static byte* Area(int index)
        => (byte*)(((uint)Unsafe.AsPointer(ref s_areas) + 15) & ~15u) + (uint)(index * AreaBytes);

    [InlineArray((Count * AreaBytes) + 16)]
    private struct AreaTable
    {
        public const int Count = AreShared ? KernelConfiguration.PartitionCount : 1;

        private byte _first;
    }
}
