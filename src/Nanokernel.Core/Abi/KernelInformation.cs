using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>The first page of the kernel's tables: what the build tells the kernel about itself once it is linked.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct KernelInformation
{
    /// <summary>The offset of the modulus, from its least significant word on, in the page.</summary>
    public const uint ImageKeyOffset = 32;

    /// <summary>The most words of the modulus, and so of a signature: those of 4096 bits.</summary>
    public const uint ImageKeyWordMaximum = 128;

    /// <summary>Offset 0. Where the kernel sees its <see cref="SymbolTable"/>, 0 for none.</summary>
    public uint SymbolTableAddress;

    /// <summary>Offset 4. The kernel's first byte of code.</summary>
    public uint TextStart;

    /// <summary>Offset 8. The first byte behind its code.</summary>
    public uint TextEnd;

    /// <summary>Offset 12. The words of the modulus that images are signed for, at <see cref="ImageKeyOffset"/>; 0 where none can be replaced.</summary>
    public uint ImageKeyWords;
}
