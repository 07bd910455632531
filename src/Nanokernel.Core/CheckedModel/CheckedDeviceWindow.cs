using System.Collections.Immutable;
using Nanokernel.Abi;

namespace Nanokernel.Model;

/// <summary>The memory of a device as its owner sees it.</summary>
public sealed class CheckedDeviceWindow
{
    private CheckedDeviceWindow(DeviceMemory memory, uint virtualAddress) => (Memory, VirtualAddress) = (memory, virtualAddress);

    /// <summary>The physical range.</summary>
    public DeviceMemory Memory { get; }

    /// <summary>Where its first byte is in the partition's address space; as far into a page as in physical memory.</summary>
    public uint VirtualAddress { get; }

    /// <summary>Places the memory of a partition's devices, one behind the other.</summary>
    /// <param name="ranges">The memory.</param>
    /// <param name="next">The first address behind it.</param>
    internal static ImmutableArray<CheckedDeviceWindow> Place(IEnumerable<DeviceMemory> ranges, out uint next)
    {
        var windows = ImmutableArray.CreateBuilder<CheckedDeviceWindow>();
        next = VirtualMemoryMap.DeviceMemoryBase;
        foreach (var range in ranges)
        {
            windows.Add(new(range, next + range.PhysicalAddress % VirtualMemoryMap.PageSize));
            next += (uint)(range.PageEnd - range.FirstPage);
        }

        return windows.ToImmutable();
    }
}
