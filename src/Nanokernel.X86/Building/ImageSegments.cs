using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Nanokernel.Abi;
using Nanokernel.Checking;
using Nanokernel.Layout;
using Nanokernel.Tracing;
using Nanokernel.X86.Stubs;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Building;

/// <summary>
/// Gathers everything that a boot loader is to put into memory. Heaps and stacks are not among it: what is in them before is not read, and
/// a loader need not touch gigabytes. Nor is what is kept when the machine restarts.
/// </summary>
internal static class ImageSegments
{
    /// <summary>Makes the segments and symbols of the image.</summary>
    /// <param name="system">The linked system.</param>
    /// <param name="withSymbolTables">Whether fault records are to name methods.</param>
    /// <param name="diagnostics">Takes NK2093.</param>
    /// <param name="image">The image.</param>
    public static bool TryCreate(
        LinkedSystem system, bool withSymbolTables, DiagnosticBag diagnostics, [NotNullWhen(true)] out ElfImage? image)
    {
        var segments = new List<ElfSegment>();
        foreach (var segment in system.Kernel.Segments)
            segments.Add(new ElfSegment("kernel" + segment.Name, segment.Access, segment.Address, ToPhysical(segment.Address), segment.Data, segment.MemoryBytes));

        var tables = PageTables.Build(system);
        segments.Add(ReadOnly("kernel.tables", KernelTables.Address, tables));

        var next = KernelTables.Address + (uint)tables.Length;
        uint AddSymbolTable(LinkedImage image)
        {
            if (!withSymbolTables)
                return 0;
            var address = next;
            var symbols = SymbolTables.Build(image);
            segments.Add(ReadOnly(image.Name + ".symbols", address, symbols));
            next = (next + (uint)symbols.Length).AlignToPage();
            return VirtualMemoryMap.KernelBase + address;
        }

        KernelInformationPage.Write(tables, system, AddSymbolTable(system.Kernel));
        var systemIdentity = SystemTrace.IdentityOf(system.System, system.Layout);
        var buildIdentity = BuildIdentity.Of(systemIdentity, system.Partitions);
        for (var i = 0; i < system.Partitions.Count; i++)
        {
            var (linked, placement) = (system.Partitions[i], system.Layout.Partitions[i]);
            var copy = placement.SlotCount == 0
                ? null
                : PartitionImages.Build(linked, placement, systemIdentity, buildIdentity, signatureBytes: 0, withSymbolTables && linked.Partition.HasReplaceableImage);
            var symbolTable = linked.Partition.HasReplaceableImage ? SymbolTableIn(copy, placement) : AddSymbolTable(linked.Image);
            AddPartition(system, i, InformationPages.Build(system, i, symbolTable, buildIdentity), copy, segments);
        }

        foreach (var region in system.System.Regions.Where(region => !region.IsKept))
            segments.Add(Zeros(region.Name, system.Layout.Regions[region.Index].PhysicalAddress, region.Bytes));
        foreach (var buffer in system.Layout.DmaBuffers)
            segments.Add(Zeros($"{system.System.Partitions[buffer.Partition].Name}.dma.{buffer.Name}", buffer.PhysicalAddress, buffer.Bytes));

        image = null;
        var end = VirtualMemoryMap.KernelPhysicalBase + system.Layout.KernelBytes;
        if (next > end)
        {
            diagnostics.Report(BuildingRules.KernelTooLarge, null, next, end);
            return false;
        }

        image = new ElfImage { EntryPoint = ToPhysical(system.Kernel.EntryAddress), Segments = segments, Symbols = [.. Symbols(system)] };
        return true;
    }

    /// <summary>Where the kernel sees the symbol table in the first image slot.</summary>
    private static uint SymbolTableIn(byte[]? image, PartitionPlacement placement)
    {
        var offset = MemoryMarshal.Read<PartitionImage>(image).SymbolTableOffset;
        return offset == 0 ? 0 : placement.SlotsVirtualAddress + offset;
    }

    private static void AddPartition(LinkedSystem system, int index, byte[] information, byte[]? copy, List<ElfSegment> segments)
    {
        var (partition, image, _, _) = system.Partitions[index];
        var placement = system.Layout.Partitions[index];
        foreach (var segment in image.Segments)
        {
            var address = placement.PhysicalBase + (segment.Address - VirtualMemoryMap.PartitionBase);
            segments.Add(new ElfSegment(partition.Name + segment.Name, segment.Access, address, address, segment.Data, segment.MemoryBytes));
        }

        if (copy is not null)
            segments.Add(ReadOnly(partition.Name + ".copy", placement.SlotsAddress, copy));
        segments.Add(Zeros(partition.Name + ".control", placement.ControlPageAddress, VirtualMemoryMap.PageSize));
        segments.Add(ReadOnly(partition.Name + ".information", placement.InformationPageAddress, information));
    }

    private static IEnumerable<ElfSymbol> Symbols(LinkedSystem system) =>
        system.Kernel.Symbols.Select(symbol => new ElfSymbol(symbol.DisplayName, symbol.Address, symbol.Size, symbol.IsFunction))
            .Concat(system.Partitions.SelectMany(partition => partition.Image.Symbols.Select(symbol => new ElfSymbol(
                $"{partition.Partition.Name}!{symbol.DisplayName}", symbol.Address, symbol.Size, symbol.IsFunction))));

    private static ElfSegment ReadOnly(string name, uint address, byte[] data) =>
        new(name, SegmentAccess.Read, address, address, data, (uint)data.Length);

    private static ElfSegment Zeros(string name, uint address, uint bytes) =>
        new(name, SegmentAccess.ReadWrite, address, address, ReadOnlyMemory<byte>.Empty, bytes);

    private static uint ToPhysical(uint kernelAddress) => kernelAddress - VirtualMemoryMap.KernelBase;
}
