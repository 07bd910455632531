using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0703: a catalogue without a device of the kernel would let a partition own its ports and reset the machine.</summary>
internal static class KernelDeviceMissing
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0703",
        "Machine without the kernel's devices",
        "The catalogue of machine '{0}' lacks {1}, which only the kernel may drive; without an entry, a partition could own it. Add devices to those "
        + "of the PC: Machines.Pc with {{ Devices = Pc.Devices.Add(...) }}.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        var missing = Pc.Devices
            .Where(device => device.IsKernelOwned && !system.Machine.Devices.Any(listed => listed.IsKernelOwned && Covers(listed, device)))
            .Select(device => $"the {device.Name}")
            .ToList();
        if (missing.Count > 0)
            diagnostics.Report(Descriptor, system.Location, system.Machine.Name, string.Join(", ", missing));
    }

    private static bool Covers(Device listed, Device device) =>
        device.Ports.All(range => listed.Ports.Any(other => other.Start <= range.Start && range.End <= other.End))
        && device.Interrupts.All(line => listed.Interrupts.Any(other => other.Line == line.Line));
}
