using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Nanokernel.Abi;
using Nanokernel.X86.Stubs;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Building;

/// <summary>Writes the <see cref="KernelInformation"/>, the first page of the kernel's tables.</summary>
internal static class KernelInformationPage
{
    /// <summary>
    /// The physical address of the build's identity, 8 bytes. It is no constant of the kernel, which would have to be compiled anew for each edit
    /// of a partition.
    /// </summary>
    public const uint BuildIdentity = KernelTables.Address + IdentityOffset;

    private const uint IdentityOffset = 32;

    /// <summary>Fills in the start of the tables.</summary>
    /// <param name="tables">The kernel's tables.</param>
    /// <param name="kernel">The linked kernel.</param>
    /// <param name="symbolTableAddress">The physical address of the kernel's symbol table, 0 for none.</param>
    /// <param name="identity">The build's identity.</param>
    public static void Write(Span<byte> tables, LinkedImage kernel, uint symbolTableAddress, ulong identity)
    {
        var text = kernel.Segments.Single(segment => segment.Access == SegmentAccess.ReadExecute);
        MemoryMarshal.Write(tables, new KernelInformation
        {
            SymbolTableAddress = symbolTableAddress,
            TextStart = text.Address,
            TextEnd = text.Address + (uint)text.Data.Length,
        });
        BinaryPrimitives.WriteUInt64LittleEndian(tables[(int)IdentityOffset..], identity);
    }
}
