using Nanokernel.Abi;
using Nanokernel.Layout;
using Nanokernel.Model;
using Nanokernel.X86.Stubs;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Building;

/// <summary>
/// Writes the tables of a system's address spaces, as data of the image: one set for 32-bit paging, and one for PAE paging with pages
/// that are not executable. The boot stub takes the second where the processor has NX.
/// </summary>
internal sealed class PageTables
{
    private const uint PageSize = VirtualMemoryMap.PageSize;

    // The kernel never touches the adapters' memory and does not map it: only its owner decides how it is cached.
    private const uint AdapterStart = 0xA_0000;
    private const uint AdapterEnd = 0xE_0000;

    private readonly LinkedSystem _system;
    private readonly PagingFormat _format;

    private PageTables(LinkedSystem system, PagingFormat format) => (_system, _format) = (system, format);

    /// <summary>Makes the tables of a system.</summary>
    /// <returns>The bytes from <see cref="KernelTables.Address"/> on, whole pages.</returns>
    public static byte[] Build(LinkedSystem system)
    {
        var pages = new TablePages(KernelTables.Address, KernelTables.FixedPages + system.Partitions.Count);
        new PageTables(system, new PlainPagingFormat(pages)).Write();
        new PageTables(system, new ExtendedPagingFormat(pages)).Write();
        return pages.ToArray();
    }

    private void Write()
    {
        // What the kernel sees is the same everywhere. The boot tables alone show the kernel at its physical addresses, too: the boot stub
        // runs there.
        var first = _format.RootOf(0);
        MapKernelImage(first);
        _format.Map(
            first, VirtualMemoryMap.KernelBase + VirtualMemoryMap.KernelPhysicalEnd, VirtualMemoryMap.KernelPhysicalEnd,
            _system.Layout.KernelWindowEnd - VirtualMemoryMap.KernelPhysicalEnd, PageEntry.KernelWrite);
        MapKernelDevices(first);
        MapHistories(first);
        if (_system.Layout.Trace is { } trace)
            _format.Map(first, VirtualMemoryMap.Trace, trace.PhysicalAddress, trace.Bytes, PageEntry.KernelWrite);
        for (var index = 1; index < _system.Partitions.Count; index++)
        {
            if (SeesImages(index))
                _format.CopyKernel(first, _format.RootOf(index));
            else
                _format.ShareKernel(first, _format.RootOf(index));
        }

        _format.CopyKernel(first, _format.BootRoot);
        _format.Map(
            _format.BootRoot, VirtualMemoryMap.KernelPhysicalBase, VirtualMemoryMap.KernelPhysicalBase,
            VirtualMemoryMap.KernelPhysicalEnd - VirtualMemoryMap.KernelPhysicalBase, PageEntry.Boot);

        for (var index = 0; index < _system.Partitions.Count; index++)
            MapPartition(_format.RootOf(index), index);
    }

    private void MapPartition(uint root, int index)
    {
        var (partition, image, memory, _) = _system.Partitions[index];
        var placement = _system.Layout.Partitions[index];
        var toPhysical = placement.PhysicalBase - VirtualMemoryMap.PartitionBase;

        foreach (var segment in image.Segments)
        {
            var access = segment.Access switch
            {
                SegmentAccess.ReadExecute => PageEntry.UserExecute,
                SegmentAccess.Read => PageEntry.UserRead,
                _ => PageEntry.UserWrite,
            };
            _format.Map(
                root, segment.Address, segment.Address + toPhysical, segment.MemoryBytes.AlignToPage(), access, withLargePages: !partition.HasReplaceableImage);
        }

        if (partition.IsRestartable)
            MapRestoration(root, partition, image, placement);
        foreach (var watched in WatchedBy(index))
            MapSlots(root, _system.Layout.Partitions[watched.Index], PageEntry.OwnKernelWrite);
        _format.Map(root, memory.Heap.Address, memory.Heap.Address + toPhysical, memory.Heap.Bytes, PageEntry.UserWrite);
        _format.Map(root, memory.Stack.Address, memory.Stack.Address + toPhysical, memory.Stack.Bytes, PageEntry.UserWrite);
        _format.Map(root, VirtualMemoryMap.ControlPage, placement.ControlPageAddress, PageSize, PageEntry.UserWrite);
        _format.Map(root, VirtualMemoryMap.InformationPage, placement.InformationPageAddress, PageSize, PageEntry.UserRead);
        foreach (var window in partition.DeviceWindows)
        {
            var inPage = window.VirtualAddress % PageSize;
            _format.Map(
                root, window.VirtualAddress - inPage, window.Memory.PhysicalAddress - inPage, (inPage + window.Memory.Bytes).AlignToPage(),
                AccessOf(window.Memory.Caching));
        }

        foreach (var bar in partition.PciFunctions.SelectMany(function => function.Bars))
            _format.Reserve(root, bar.VirtualAddress, bar.WindowBytes);
        foreach (var (buffer, place) in partition.DmaBuffers.Zip(_system.Layout.DmaBuffersOf(partition)))
            _format.Map(root, buffer.VirtualAddress, place.PhysicalAddress, buffer.Bytes, PageEntry.UserWrite);
        foreach (var (region, place) in _system.System.Regions.Zip(_system.Layout.Regions))
        {
            if (region.Uses.FirstOrDefault(use => use.Partition == index) is { } use)
                _format.Map(root, place.AddressFor(use), place.PhysicalAddress, place.Bytes, AccessOf(region, use));
        }
    }

    /// <summary>
    /// Maps what recovery works with: the partition's image to be written, and the images that it is written from; where they can be replaced, all
    /// that a new one can take, and the page tables in which the kernel gives its pages their access.
    /// </summary>
    private void MapRestoration(uint root, CheckedPartition partition, LinkedImage image, PartitionPlacement placement)
    {
        var last = image.Segments[^1];
        var bytes = partition.HasReplaceableImage
            ? partition.ImageBytesMaximum
            : (last.Address + last.MemoryBytes - VirtualMemoryMap.PartitionBase).AlignToPage();
        _format.Map(root, VirtualMemoryMap.RestoredImage, placement.PhysicalBase, bytes, PageEntry.OwnKernelWrite);
        MapSlots(root, placement, PageEntry.OwnKernelRead);
        if (partition.HasReplaceableImage)
            _format.ShowTables(root, VirtualMemoryMap.PartitionBase, bytes, VirtualMemoryMap.ImagePageTables, PageEntry.OwnKernelWrite);
    }

    private void MapSlots(uint root, PartitionPlacement placement, PageEntry access) =>
        _format.Map(root, placement.SlotsVirtualAddress, placement.SlotsAddress, placement.Slots.Bytes, access);

    /// <summary>Those whose new images a partition can bring.</summary>
    private IEnumerable<CheckedPartition> WatchedBy(int index) => _system.System.Watches
        .Where(watch => watch.PartitionsOf(ChannelRole.Watcher).Contains(index))
        .Select(watch => _system.System.Partitions[watch.Watched])
        .Where(watched => watched.HasReplaceableImage);

    private bool SeesImages(int index) => _system.Partitions[index].Partition.IsRestartable || WatchedBy(index).Any();

    /// <summary>
    /// Maps the first 4 MiB of the kernel's window: everything writable but its text, its constants and the tables; nothing at its stack's
    /// guard.
    /// </summary>
    private void MapKernelImage(uint root)
    {
        var kernel = _system.Kernel;
        for (uint address = 0; address < VirtualMemoryMap.KernelPhysicalEnd; address += PageSize)
            _format.MapPage(root, VirtualMemoryMap.KernelBase + address, address, AccessOf(address));
        if (kernel.TryFindSymbol(KernelStubs.StackGuardSymbol, out var guard))
            _format.MapPage(root, guard.Address, 0, default);
    }

    private PageEntry AccessOf(uint physicalAddress)
    {
        if (physicalAddress is >= AdapterStart and < AdapterEnd)
            return default;
        if (physicalAddress >= VirtualMemoryMap.KernelPhysicalBase + _system.Layout.KernelBytes)
            return PageEntry.KernelWrite;
        if (physicalAddress >= KernelTables.Address)
            return PageEntry.KernelRead;
        var address = VirtualMemoryMap.KernelBase + physicalAddress;
        return _system.Kernel.Segments.FirstOrDefault(s => address >= s.Address && address < s.Address + s.MemoryBytes)?.Access switch
        {
            SegmentAccess.ReadExecute => PageEntry.KernelExecute,
            SegmentAccess.Read => PageEntry.KernelRead,
            _ => PageEntry.KernelWrite,
        };
    }

    /// <summary>A reset drops what is in a cache only: what is kept is written through.</summary>
    private static PageEntry AccessOf(CheckedRegion region, CheckedRegionUse use) => (region.IsKept, use.IsWritable) switch
    {
        (true, _) => PageEntry.UserWriteThrough,
        (_, true) => PageEntry.UserWrite,
        _ => PageEntry.UserRead,
    };

    private static PageEntry AccessOf(MemoryCaching caching) => caching switch
    {
        MemoryCaching.WriteCombining => PageEntry.UserWriteCombining,
        MemoryCaching.WriteThrough => PageEntry.UserWriteThrough,
        MemoryCaching.WriteBack => PageEntry.UserWrite,
        _ => PageEntry.UserUncached,
    };

    private void MapHistories(uint root)
    {
        var address = VirtualMemoryMap.PersistentHistories;
        foreach (var pool in _system.System.PersistentPools)
        {
            _format.MapPage(root, address, _system.Layout.Regions[pool.History.Index].PhysicalAddress, PageEntry.KernelWriteThrough);
            address += PageSize;
        }
    }

    /// <summary>Maps the registers that the kernel's interrupt controller and timer have in memory.</summary>
    private void MapKernelDevices(uint root)
    {
        if (_system.System.InterruptController != InterruptControllerKind.Apic)
            return;

        var machine = _system.System.Machine;
        _format.MapPage(root, VirtualMemoryMap.LocalApic, machine.LocalApicAddress, PageEntry.KernelDevice);
        _format.MapPage(root, VirtualMemoryMap.IoApic, machine.IoApicAddress, PageEntry.KernelDevice);
        if (_system.System.Timer == TimerKind.Hpet)
            _format.MapPage(root, VirtualMemoryMap.Hpet, machine.HpetAddress, PageEntry.KernelDevice);
    }
}
