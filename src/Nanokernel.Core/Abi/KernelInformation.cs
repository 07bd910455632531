using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>The first page of the kernel's tables: what the build tells the kernel about itself once it is linked.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct KernelInformation
{
    /// <summary>Offset 0. The physical address of the kernel's <see cref="SymbolTable"/>, 0 for none.</summary>
    public uint SymbolTableAddress;

    /// <summary>Offset 4. The kernel's first byte of code.</summary>
    public uint TextStart;

    /// <summary>Offset 8. The first byte behind its code.</summary>
    public uint TextEnd;
}
