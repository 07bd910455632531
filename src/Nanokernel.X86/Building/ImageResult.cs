using Nanokernel.Layout;
using Nanokernel.Model;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Building;

/// <summary>An image that was made.</summary>
public sealed record ImageResult
{
    /// <summary>The bootable ELF image.</summary>
    public required string ImagePath { get; init; }

    /// <summary>The map: what lies where.</summary>
    public required string MapPath { get; init; }

    /// <summary>Placement, owners, sizes and SHA-256 for programs to read.</summary>
    public required string JsonPath { get; init; }

    /// <summary>The folder for debuggers: an ELF file with DWARF for the kernel and for each partition, and the kernel's sources.</summary>
    public required string DebugFolder { get; init; }

    /// <summary>The system as it was checked.</summary>
    public required CheckedSystem System { get; init; }

    /// <summary>Where the solver put everything.</summary>
    public required SystemLayout Layout { get; init; }

    /// <summary>The linked kernel.</summary>
    public required LinkedImage Kernel { get; init; }

    /// <summary>The linked partitions, by partition index.</summary>
    public required IReadOnlyList<LinkedImage> Partitions { get; init; }
}
