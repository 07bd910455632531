using Nanokernel.Checking;

namespace Nanokernel.X86.Building;

/// <summary>The rules of putting an image together (NK2090-NK2095).</summary>
internal static class BuildingRules
{
    /// <summary>NK2090: the kernel's sources and the generated configuration do not compile.</summary>
    public static readonly RuleDescriptor KernelDoesNotCompile = new(
        "NK2090",
        "Kernel does not compile",
        "The kernel generated for this system does not compile: {0}: {1}. This is a defect of the SDK or a mix of versions: let Nanokernel.X86 and Nanokernel.Sdk have the same version, and report it if they have.");

    /// <summary>NK2091: an assembly that a partition refers to is not beside it.</summary>
    public static readonly RuleDescriptor ReferencedAssemblyMissing = new(
        "NK2091",
        "Referenced assembly not found",
        "Partition '{0}' refers to assembly '{1}', which is not in '{2}'. Build the partition's project, or put the assembly beside '{3}'.");

    /// <summary>NK2092: the output cannot be written.</summary>
    public static readonly RuleDescriptor OutputNotWritable = new(
        "NK2092",
        "Output cannot be written",
        "'{0}' cannot be written: {1} Close the program that uses it, or choose another place with --output.");

    /// <summary>NK2093: the kernel and its tables need more room than the memory map gives them.</summary>
    public static readonly RuleDescriptor KernelTooLarge = new(
        "NK2093",
        "Kernel too large",
        "The kernel with its tables and symbols ends at 0x{0:X8}, behind the end of the memory set aside for it, 0x{1:X8}. Have fewer partitions, or leave the symbols out (ImageOptions.Symbols).");

    /// <summary>NK2094: what recovery does has bounds.</summary>
    public static readonly RuleDescriptor ImageNotRestorable = new(
        "NK2094",
        "Image that cannot be restored",
        "Partition '{0}' can start anew, but its image cannot be restored: {1}. Let it have less code and static data, or state no restart for it.");

    /// <summary>NK2095: calls can go deeper than the stack.</summary>
    public static readonly RuleDescriptor StackTooSmall = new(
        "NK2095",
        "Stack smaller than calls need",
        "The calls of partition '{0}' can take {1} of stack, {2} and an upcall above them, and its stack has {3}. State at least .WithStack({4}.KiB()), or let these have smaller locals.",
        DiagnosticSeverity.Warning);

    /// <summary>Every rule of this class.</summary>
    public static readonly IReadOnlyList<RuleDescriptor> All =
        [KernelDoesNotCompile, ReferencedAssemblyMissing, OutputNotWritable, KernelTooLarge, ImageNotRestorable, StackTooSmall];
}
