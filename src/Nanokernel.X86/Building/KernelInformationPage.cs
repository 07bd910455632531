using System.Runtime.InteropServices;
using Nanokernel.Abi;
using Nanokernel.X86.Stubs;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Building;

/// <summary>Writes the <see cref="KernelInformation"/>, the first page of the kernel's tables.</summary>
internal static class KernelInformationPage
{
    /// <summary>Fills in the start of the tables.</summary>
    /// <param name="tables">The kernel's tables.</param>
    /// <param name="system">The linked system.</param>
    /// <param name="symbolTableAddress">Where the kernel sees its symbol table, 0 for none.</param>
    public static void Write(Span<byte> tables, LinkedSystem system, uint symbolTableAddress)
    {
        var text = system.Kernel.Segments.Single(segment => segment.Access == SegmentAccess.ReadExecute);
        MemoryMarshal.Write(tables, new KernelInformation
        {
            SymbolTableAddress = symbolTableAddress,
            TextStart = text.Address,
            TextEnd = text.Address + (uint)text.Data.Length,
            ImageKeyWords = (uint)system.ImageKey.Count,
        });
        for (var word = 0; word < system.ImageKey.Count; word++)
            MemoryMarshal.Write(tables[((int)KernelInformation.ImageKeyOffset + word * sizeof(uint))..], system.ImageKey[word]);
    }
}
