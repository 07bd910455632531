using Nanokernel.Abi;
using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0108: a buffer whose size, alignment or limit no memory can have, or more of them than a partition can see.</summary>
internal static class DmaBufferNotPossible
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0108",
        "DMA buffer that cannot be",
        "The DMA buffer '{0}' of partition '{1}' {2}. {3}.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            var count = DeviceMemoryClaim.Of(partition).Count();
            var bytes = DeviceMemoryClaim.BytesOf(partition) + PciClaim.BytesOf(partition);
            foreach (var buffer in partition.DmaBuffers)
            {
                var finding = FindReason(buffer.Value);
                count++;
                bytes += buffer.Value.Size.Bytes;
                if (finding is null && count > InformationPage.MemoryWindowMaximum)
                {
                    finding = ($"is one more than the {InformationPage.MemoryWindowMaximum} ranges of device memory and DMA buffers that a partition can have",
                        "Unite buffers");
                }

                if (finding is null && bytes > VirtualMemoryMap.DeviceMemoryBytes)
                {
                    finding = ($"goes beyond the {VirtualMemoryMap.DeviceMemoryBytes >> 20} MiB of device memory and DMA buffers that a partition can have",
                        "Make it smaller");
                }

                if (finding is var (reason, remedy))
                    diagnostics.Report(Descriptor, buffer.Location, buffer.Value.Name, partition.Name, reason, remedy);
            }
        }
    }

    private static (string Reason, string Remedy)? FindReason(DmaBufferDeclaration buffer)
    {
        if (buffer.Size.Bytes <= 0 || buffer.Size.Bytes % SystemLimits.PageBytes != 0)
            return ($"has {buffer.Size}", "State a positive multiple of 4 KiB");
        var alignment = buffer.AlignmentBytes;
        if (alignment < SystemLimits.PageBytes || (alignment & (alignment - 1)) != 0 || alignment > SystemLimits.DmaAlignment.Bytes)
            return ($"is to be aligned to {buffer.Alignment}", $"State a power of two from 4 KiB to {SystemLimits.DmaAlignment}");
        if (buffer.LimitBytes < VirtualMemoryMap.KernelPhysicalEnd + buffer.Size.Bytes)
            return ($"is to lie below {buffer.Below}, where the kernel and {buffer.Size} have no room", "State a higher limit, or a smaller buffer");
        return null;
    }
}
