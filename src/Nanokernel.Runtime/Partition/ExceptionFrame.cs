using System.Runtime.InteropServices;

namespace Nanokernel;

/// <summary>
/// What an exception interrupted: the registers, which a handler may change, in the order in which the stub pushes them (40 bytes). ESP
/// at the exception is the address behind this structure.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct ExceptionFrame
{
    private uint _edi;
    private uint _esi;
    private uint _ebp;
    private uint _stubEsp;
    private uint _ebx;
    private uint _edx;
    private uint _ecx;
    private uint _eax;
    private uint _eflags;
    private uint _eip;

    /// <summary>EDI.</summary>
    public uint Edi { readonly get => _edi; set => _edi = value; }

    /// <summary>ESI.</summary>
    public uint Esi { readonly get => _esi; set => _esi = value; }

    /// <summary>EBP.</summary>
    public uint Ebp { readonly get => _ebp; set => _ebp = value; }

    /// <summary>EBX.</summary>
    public uint Ebx { readonly get => _ebx; set => _ebx = value; }

    /// <summary>EDX.</summary>
    public uint Edx { readonly get => _edx; set => _edx = value; }

    /// <summary>ECX.</summary>
    public uint Ecx { readonly get => _ecx; set => _ecx = value; }

    /// <summary>EAX.</summary>
    public uint Eax { readonly get => _eax; set => _eax = value; }

    /// <summary>EFLAGS, with the trap flag cleared (SDM vol. 1, 3.4.3).</summary>
    public uint Eflags { readonly get => _eflags; set => _eflags = value; }

    /// <summary>EIP: the instruction that raised the exception, or the one behind it for a trap. Where the partition goes on.</summary>
    public uint InstructionPointer { readonly get => _eip; set => _eip = value; }
}
