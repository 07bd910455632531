// Which I/O ports each partition may use, as the processor checks it.
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nanokernel.Kernel;

/// <summary>A row of <see cref="KernelConfiguration.Ports"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PortGrant
{
    /// <summary>The partition that owns the ports.</summary>
    public uint Partition;

    /// <summary>The first port.</summary>
    public uint First;

    /// <summary>The last port.</summary>
    public uint Last;
}

/// <summary>
/// I/O permission bitmaps (SDM vol. 1, 19.5.2): a set bit forbids a port. One TSS segment carries a bitmap for each partition that owns
/// ports; a switch selects one by the I/O map base alone.
/// </summary>
internal static unsafe class PortRights
{
    /// <summary>The bitmap's bytes, and one more of ones that the processor may read behind it.</summary>
    private const uint BitmapBytes = 8192 + 1;

    [RuntimeImport("nk_task_state_address")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern byte* TaskState();

    /// <summary>Forbids everything, then gives the partitions what they own.</summary>
    public static void Initialize()
    {
        var taskState = TaskState();
        for (var index = 0; index < Partitions.Count; index++)
        {
            if (((KernelConfiguration.PortOwners >> index) & 1) != 0)
                Fill(taskState + Partitions.Describe(index)->IoMapBase);
        }

        for (var i = 0; i < KernelConfiguration.PortGrantCount; i++)
            Give((int)Grant(i)->Partition, Grant(i)->First, Grant(i)->Last);
    }

    /// <summary>Allows ports to a partition, one of <see cref="KernelConfiguration.PortOwners"/>.</summary>
    public static void Give(int index, uint first, uint last)
    {
        var bitmap = TaskState() + Partitions.Describe(index)->IoMapBase;
        for (var port = first; port <= last; port++)
            bitmap[port >> 3] &= (byte)~(1u << (int)(port & 7));
    }

    /// <summary>The partition that owns a port, or -1.</summary>
    public static int OwnerOf(uint port)
    {
        var owner = DeclaredOwnerOf(port);
        return owner < 0 && KernelConfiguration.PciFunctionCount > 0 ? Pci.OwnerOfPort(port) : owner;
    }

    /// <summary>The partition that owns a port by its number, or -1.</summary>
    public static int DeclaredOwnerOf(uint port)
    {
        for (var i = 0; i < KernelConfiguration.PortGrantCount; i++)
        {
            if (port >= Grant(i)->First && port <= Grant(i)->Last)
                return (int)Grant(i)->Partition;
        }

        return -1;
    }

    private static void Fill(byte* bitmap)
    {
        for (var i = 0u; i < BitmapBytes; i++)
            bitmap[i] = 0xFF;
    }

    private static PortGrant* Grant(int index)
        => (PortGrant*)Constants.Words(KernelConfiguration.Ports) + index;
}
