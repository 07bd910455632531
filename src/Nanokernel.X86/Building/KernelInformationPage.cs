using System.Runtime.InteropServices;
using Nanokernel.Abi;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Building;

/// <summary>Writes the <see cref="KernelInformation"/>, the first page of the kernel's tables.</summary>
internal static class KernelInformationPage
{
    /// <summary>Fills in the start of the tables.</summary>
    /// <param name="tables">The kernel's tables.</param>
    /// <param name="kernel">The linked kernel.</param>
    /// <param name="symbolTableAddress">The physical address of the kernel's symbol table, 0 for none.</param>
    public static void Write(Span<byte> tables, LinkedImage kernel, uint symbolTableAddress)
    {
        var text = kernel.Segments.Single(segment => segment.Access == SegmentAccess.ReadExecute);
        MemoryMarshal.Write(tables, new KernelInformation
        {
            SymbolTableAddress = symbolTableAddress,
            TextStart = text.Address,
            TextEnd = text.Address + (uint)text.Data.Length,
        });
    }
}
