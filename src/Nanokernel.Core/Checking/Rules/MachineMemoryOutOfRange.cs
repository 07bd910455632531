using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0702: RAM is counted in whole MiB, as emulators take it.</summary>
internal static class MachineMemoryOutOfRange
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0702",
        "Machine memory out of range",
        "Machine '{0}' has {1} of RAM; it can be whole MiB, {2} or more. Correct the machine's Memory.");

    private static ByteSize Least => ByteSize.FromMebibytes(1);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        var memory = system.Machine.Memory;
        if (memory < Least || memory.Bytes % Least.Bytes != 0)
            diagnostics.Report(Descriptor, system.Location, system.Machine.Name, memory, Least);
    }
}
