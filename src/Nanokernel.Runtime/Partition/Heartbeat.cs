namespace Nanokernel;

/// <summary>Tells the kernel that this partition still does its work.</summary>
public static unsafe class Heartbeat
{
    /// <summary>
    /// Beats. A partition whose system states a heartbeat has to do so at least once in each period; elsewhere it does nothing. It is a count
    /// in memory and no hypercall. Not from interrupt handlers: they may run while the rest of the partition hangs.
    /// </summary>
    public static void Beat() => PartitionPages.Control->Heartbeat++;
}
