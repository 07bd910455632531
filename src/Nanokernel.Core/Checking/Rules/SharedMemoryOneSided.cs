using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0317: memory that is shared with nobody, or that stays zero for ever.</summary>
internal static class SharedMemoryOneSided
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0317",
        "Shared memory with one side",
        "Shared memory '{0}' {1}. {2}",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var memory in system.Channels.OfType<SharedMemoryDeclaration>())
        {
            if (!memory.Wires.IsEmpty && !memory.WiresOf(ChannelRole.SharedMemoryWriter).Any())
                diagnostics.Report(Descriptor, memory.Location, memory.Name, "is written by nobody", "Wire it: .ReadWrite(partition).");
            else if (memory.Wires.Length == 1)
                diagnostics.Report(Descriptor, memory.Location, memory.Name, $"is shared with nobody but '{memory.Wires[0].Partition}'", "Wire another partition, or use a field.");
        }
    }
}
