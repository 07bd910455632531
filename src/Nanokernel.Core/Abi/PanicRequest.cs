using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>What a partition hands over with <see cref="Hypercall.Panic"/>. Texts are UTF-16 in the partition's memory; the kernel checks the ranges and cuts them.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct PanicRequest
{
    /// <summary>Offset 0. A <see cref="PanicReason"/>.</summary>
    public uint Reason;

    /// <summary>
    /// Offset 4. The address of the name of the exception's type, or 0. With a <see cref="TypeLength"/> of 0 it is the address of the
    /// type's method table, whose name the kernel finds in the partition's symbol table.
    /// </summary>
    public uint TypeText;

    /// <summary>Offset 8. Its length in characters.</summary>
    public uint TypeLength;

    /// <summary>Offset 12. The address of the message, or 0.</summary>
    public uint MessageText;

    /// <summary>Offset 16. Its length in characters.</summary>
    public uint MessageLength;
}
