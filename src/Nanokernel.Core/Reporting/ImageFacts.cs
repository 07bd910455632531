using System.Collections.Immutable;

namespace Nanokernel.Reporting;

/// <summary>What a report can say once the image has been made.</summary>
/// <param name="FileName">The image's file name, without a folder.</param>
/// <param name="Bytes">The bytes of the file.</param>
/// <param name="Sha256">The SHA-256 of the file, in lower-case hexadecimal.</param>
/// <param name="Kernel">The kernel's sizes.</param>
/// <param name="Partitions">The partitions' sizes, by partition index.</param>
public sealed record ImageFacts(
    string FileName, long Bytes, string Sha256, ImageSizes Kernel, ImmutableArray<ImageSizes> Partitions);
