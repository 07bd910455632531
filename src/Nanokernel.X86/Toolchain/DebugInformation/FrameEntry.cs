namespace Nanokernel.X86.Toolchain;

/// <summary>Who comes to the first instruction of a function, and so what a stack trace shows above it.</summary>
internal enum FrameEntry
{
    /// <summary>A call: the return address is on the stack.</summary>
    Called,

    /// <summary>Nobody who could be named: the trace ends here.</summary>
    Nobody,

    /// <summary>The kernel on behalf of an upcall or exception: the address to go on at is what the function pushes first.</summary>
    Interrupted,

    /// <summary>The processor, out of a partition: what it interrupted ends where TSS.ESP0 points.</summary>
    KernelEntry,

    /// <summary>As <see cref="KernelEntry"/>, with all registers of the partition saved below that already.</summary>
    KernelExit,
}
