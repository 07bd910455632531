// Blocks of persistent memory that partitions ask for at run time: in the kernel only of a system that declares a pool.
using System.Runtime;
using Nanokernel.Abi;
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>
/// The kernel remembers who asked for what, and where that lies; it never touches the blocks. Its histories are in pages that no partition
/// sees, and in no segment of the image, so a reset leaves them.
/// </summary>
internal static unsafe class PersistentPools
{
    /// <summary>Takes over the histories that are whole; the others begin anew.</summary>
    public static void Initialize()
    {
        for (var number = 0u; number < KernelConfiguration.PersistentPoolCount; number++)
            HistoryOf(number).Open();
    }

    [RuntimeExport("nk_serve_open_persistent_block")]
    private static Context* Open(uint address, uint end)
    {
        var index = Dispatcher.Current;
        var descriptor = Partitions.Describe(index);
        var pool = end < descriptor->EndCount ? Constants.Words(KernelConfiguration.EndPools)[descriptor->FirstEnd + end] : 0;
        var request = (PersistentBlockRequest*)PhysicalMemory.OfPartition(index, address, (uint)sizeof(PersistentBlockRequest));
        if (pool == 0 || request == null || request->Bytes == 0)
            return Hypercalls.Return(HypercallStatus.InvalidArgument);

        // No partition runs meanwhile, so what is read twice is the same twice.
        var outcome = HistoryOf(pool - 1).Request((uint*)&request->Identifier, request->Bytes, request->Searched, out var value);
        Partitions.At(index)->Context.Edx = value;
        return Hypercalls.Return(outcome);
    }

    /// <summary>A row of the table has the identity of a pool and its bytes.</summary>
    private static PersistentHistory HistoryOf(uint number)
    {
        var row = Constants.Words(KernelConfiguration.PersistentPools) + (number * 2);
        return new PersistentHistory((uint*)(VirtualMemoryMap.PersistentHistories + (number * VirtualMemoryMap.PageSize)), row[0], row[1]);
    }
}
