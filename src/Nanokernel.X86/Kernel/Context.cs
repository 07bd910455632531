// The registers of a partition that does not run.
using System.Runtime.InteropServices;

namespace Nanokernel.Kernel;

/// <summary>
/// What an entry into the kernel leaves. The processor and the entry stub push it straight into the partition's
/// <see cref="Partition"/>, at whose end TSS.ESP0 points (SDM vol. 3A, 6.12.1), in this order from the last field to the first.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Context
{
    // pushad
    public uint Edi;
    public uint Esi;
    public uint Ebp;
    public uint StubStackPointer;
    public uint Ebx;
    public uint Edx;
    public uint Ecx;
    public uint Eax;

    // The entry stub; the error code of exceptions that have one comes from the processor.
    public uint Vector;
    public uint ErrorCode;

    // The processor, from ring 3.
    public uint Eip;
    public uint Cs;
    public uint Eflags;
    public uint Esp;
    public uint Ss;
}
