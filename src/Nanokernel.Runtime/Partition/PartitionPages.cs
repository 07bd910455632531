using Nanokernel.Abi;

namespace Nanokernel;

// The two pages that every partition finds at fixed addresses.
internal static unsafe class PartitionPages
{
    // What the build decided; read-only.
    internal static InformationPage* Information => (InformationPage*)VirtualMemoryMap.InformationPage;

    // The virtual interrupt flag and what is pending; shared with the kernel.
    internal static ControlPage* Control => (ControlPage*)VirtualMemoryMap.ControlPage;
}
