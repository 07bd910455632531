using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0702: a machine's RAM begins at 0 and ends below the registers and the firmware at the end of the first 4 GiB.</summary>
internal static class MachineMemoryOutOfRange
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0702",
        "Machine memory out of range",
        "Machine '{0}' has {1} of RAM; it can be whole MiB, {2} to {3}. Correct the machine's Memory.");

    private static ByteSize Least => ByteSize.FromMebibytes(1);

    /// <summary>The PC's chipset keeps the last 512 MiB of the first 4 GiB for PCI devices, APICs and firmware.</summary>
    private static ByteSize Most => ByteSize.FromMebibytes(4096 - 512);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        var memory = system.Machine.Memory;
        if (memory < Least || memory > Most || memory.Bytes % Least.Bytes != 0)
            diagnostics.Report(Descriptor, system.Location, system.Machine.Name, memory, Least, Most);
    }
}
