using System.Collections.Immutable;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0104: all partitions together do not fit into the machine's RAM.</summary>
internal static class MachineMemoryExceeded
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0104",
        "More memory than the machine has",
        "System '{0}' needs {1} of RAM (kernel {2}, {3}), but machine '{4}' has {5}."
        + " Give partitions less, or state a larger machine: {6}.");

    internal static void Check(
        SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests, DiagnosticBag diagnostics)
    {
        var needed = SystemMemory.EndOf(system, manifests);
        if (needed > SystemMemory.Addressable || needed <= (ulong)Math.Max(0, system.Machine.Memory.Bytes))
            return;
        var remedy = $"Machines.Pc with {{ Memory = {(needed + SystemMemory.Mebibyte - 1) / SystemMemory.Mebibyte}.MiB() }}";
        diagnostics.Report(
            Descriptor,
            system.Location,
            system.Name,
            new ByteSize((long)needed),
            SystemMemory.Kernel,
            SystemMemory.Describe(system),
            system.Machine.Name,
            system.Machine.Memory,
            remedy);
    }
}
