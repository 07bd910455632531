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

    /// <summary>EFLAGS.IF, and the bit that is always set (SDM vol. 1, 3.4.3); the I/O privilege level is 0.</summary>
    public const uint InterruptFlag = 0x202;

    /// <summary>EFLAGS.IOPL of 1: ring 1 may use ports, CLI and STI.</summary>
    public const uint Ring1Privilege = 1u << 12;

    /// <summary>Starts somewhere; the other registers are zero.</summary>
    public static unsafe void Enter(Context* context, uint address, uint codeSelector, uint stackPointer, uint stackSelector, uint flags)
    {
        for (var word = (uint*)context; word != context + 1; word++)
            *word = 0;
        Continue(context, address, codeSelector, stackPointer, stackSelector, flags);
    }

    /// <summary>Goes on somewhere; the other registers are as they were.</summary>
    public static unsafe void Continue(Context* context, uint address, uint codeSelector, uint stackPointer, uint stackSelector, uint flags)
    {
        context->Eip = address;
        context->Cs = codeSelector;
        context->Eflags = flags;
        context->Esp = stackPointer;
        context->Ss = stackSelector;
    }
}
