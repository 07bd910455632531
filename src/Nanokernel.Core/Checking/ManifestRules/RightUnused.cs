using System.Collections.Immutable;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0012: what is given to a partition whose code has no call that would use it. Its console's UART is used by the runtime.</summary>
internal static class RightUnused
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0012",
        "Right that the partition never uses",
        "Partition '{0}' has {1}, but nothing in partition project '{2}' calls {3}. {4}",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests, DiagnosticBag diagnostics)
    {
        for (var index = 0; index < system.Partitions.Length; index++)
        {
            if (manifests[index] is { } manifest)
                Check(system.Partitions[index], manifest.MayUse, diagnostics);
        }
    }

    private static void Check(PartitionDeclaration partition, RuntimeUses uses, DiagnosticBag diagnostics)
    {
        var console = partition.Console.Value.Uart;
        foreach (var device in partition.Devices.Where(device => device.Value.Name != console?.Name))
            CheckDevice(device);
        foreach (var function in partition.PciFunctions)
            CheckFunction(function);
        foreach (var ports in partition.NamedPorts.Where(ports => !uses.HasFlag(RuntimeUses.Ports) && !IsOfConsole(ports.Value)))
            Report(ports.Location, $"ports {ports.Value}", RuntimeUses.Ports, "Use them, or leave them out.");
        foreach (var line in partition.NamedInterrupts.Where(line => console?.Interrupts.Any(own => own.Line == line.Value.Line) is not true))
            CheckLine(line.Location, $"IRQ {line.Value.Line}", "Attach a handler, or leave the line out.");
        if (partition.MayEndSystem && !uses.HasFlag(RuntimeUses.EndsSystem))
            Report(partition.Location, "the right to end the system", RuntimeUses.EndsSystem, "Leave MayEndSystem() out.");
        if (partition.HandlesExceptions && !uses.HasFlag(RuntimeUses.HandlesExceptions))
            Report(partition.Location, "a right to its own exceptions", RuntimeUses.HandlesExceptions, "Leave HandlesExceptions() out.");

        void CheckDevice(Stated<Device> device)
        {
            var calls = PartitionRights.Of(device.Value);
            if (calls != RuntimeUses.None && (calls & uses) == RuntimeUses.None)
            {
                Report(device.Location, device.Value.Name, calls, "Use it, or leave it out.");
                return;
            }

            foreach (var line in device.Value.Interrupts)
            {
                const string Remedy = "Attach a handler; if the device is polled, own it without lines: device with { Interrupts = [] }.";
                CheckLine(device.Location, $"IRQ {line.Line} ({device.Value})", Remedy);
            }
        }

        void CheckFunction(Stated<PciFunction> function)
        {
            if (!uses.HasFlag(RuntimeUses.PciFunctions))
                Report(function.Location, $"PCI function '{function.Value.Name}'", RuntimeUses.PciFunctions, "Use it, or leave it out.");
            else if (function.Value.UsesInterrupt)
                CheckLine(function.Location, $"the interrupt of PCI function '{function.Value.Name}'", "Attach a handler, or leave UsesInterrupt out.");
        }

        void CheckLine(SourceLocation? location, string line, string remedy)
        {
            if (!uses.HasFlag(RuntimeUses.AttachesInterrupts))
                Report(location, line, RuntimeUses.AttachesInterrupts, remedy);
        }

        bool IsOfConsole(PortRange range) => console is not null && console.Ports.Any(range.Overlaps);

        void Report(SourceLocation? location, string right, RuntimeUses calls, string remedy) => diagnostics.Report(
            Descriptor,
            location,
            partition.Name,
            right,
            partition.Program.Name,
            string.Join(" or ", PartitionRights.Calls.Where(call => calls.HasFlag(call.Use)).Select(call => call.Call)),
            remedy);
    }
}
