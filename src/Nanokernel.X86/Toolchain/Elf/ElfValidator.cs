using Nanokernel.Abi;
using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>Checks an image for what would go wrong in a boot loader's hands.</summary>
internal static class ElfValidator
{
    private const long MaxFileBytes = 1L << 30;

    /// <summary>Reports every segment that is out of place.</summary>
    /// <returns>Whether the image can be loaded.</returns>
    public static bool Validate(ElfImage image, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var before = diagnostics.Count;
        foreach (var segment in image.Segments)
            CheckPlace(segment, diagnostics);
        CheckFileSize(image, diagnostics);
        CheckOverlap(image, diagnostics);
        if (!image.Segments.Any(s => s.Access == SegmentAccess.ReadExecute
            && image.EntryPoint >= s.PhysicalAddress && image.EntryPoint - s.PhysicalAddress < s.MemoryBytes))
            diagnostics.Report(ToolchainRules.EntryOutsideSegments, null, image.EntryPoint);
        return diagnostics.Count == before;
    }

    private static void CheckPlace(ElfSegment segment, DiagnosticBag diagnostics)
    {
        if (segment.PhysicalAddress < VirtualMemoryMap.KernelPhysicalBase)
            diagnostics.Report(ToolchainRules.SegmentBelowLimit, null, segment.Name, segment.PhysicalAddress);
        if (segment.Data.Length > segment.MemoryBytes || End(segment) > 1L << 32
            || segment.VirtualAddress + (long)segment.MemoryBytes > 1L << 32)
            diagnostics.Report(
                ToolchainRules.SegmentWraps, null, segment.Name, segment.PhysicalAddress, segment.Data.Length, segment.MemoryBytes);
    }

    private static void CheckFileSize(ElfImage image, DiagnosticBag diagnostics)
    {
        var total = image.Segments.Sum(s => (long)s.Data.Length);
        if (total > MaxFileBytes)
            diagnostics.Report(ToolchainRules.ImageTooLarge, null, "image", "the file", total, image.EntryPoint, MaxFileBytes);
    }

    private static void CheckOverlap(ElfImage image, DiagnosticBag diagnostics)
    {
        var sorted = image.Segments.Where(s => s.MemoryBytes > 0).OrderBy(s => s.PhysicalAddress).ToList();
        for (var i = 1; i < sorted.Count; i++)
        {
            var (low, high) = (sorted[i - 1], sorted[i]);
            if (End(low) > high.PhysicalAddress)
                diagnostics.Report(ToolchainRules.SegmentsOverlap, null,
                    high.Name, high.PhysicalAddress, End(high) - 1, low.Name, low.PhysicalAddress, End(low) - 1);
        }
    }

    private static long End(ElfSegment segment) => segment.PhysicalAddress + (long)segment.MemoryBytes;
}
