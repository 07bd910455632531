// What the core library asks for where it would throw.
using System.Runtime;
using Nanokernel.Abi;
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>
/// The kernel throws nothing, but the core library's checks (an index, a length) refer to what would. If one of them ever fails here, it
/// is a defect of the kernel, and the system ends.
/// </summary>
internal static unsafe class RuntimePanic
{
    [RuntimeExport("nk_panic")]
    private static void Panic(PanicRequest* request)
    {
        DebugConsole.StartLine();
        DebugConsole.Write("fault: the kernel stopped by a failed check of its own"u8);
        DebugConsole.EndLine();
        SystemEnd.Stop(PartitionOutcomes.KernelPanicExitCode);
    }
}
