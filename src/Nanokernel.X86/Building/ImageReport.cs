using System.Security.Cryptography;
using Nanokernel.Reporting;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Building;

/// <summary>Writes <c>NAME.json</c>: the report of the system with the facts of its image.</summary>
internal static class ImageReport
{
    public static string Write(LinkedSystem system, string fileName, byte[] file)
    {
        var facts = new ImageFacts(
            fileName,
            file.Length,
            Convert.ToHexStringLower(SHA256.HashData(file)),
            SizesOf(system.Kernel),
            [.. system.Partitions.Select(partition => SizesOf(partition.Image))]);
        return SystemReport.Create(system.System, system.Layout, facts).ToJson();
    }

    private static ImageSizes SizesOf(LinkedImage image) => new(
        BytesOf(image, SegmentAccess.ReadExecute), BytesOf(image, SegmentAccess.Read), BytesOf(image, SegmentAccess.ReadWrite));

    private static long BytesOf(LinkedImage image, SegmentAccess access) =>
        image.Segments.Where(segment => segment.Access == access).Sum(segment => (long)segment.Data.Length);
}
