using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0701: the registers that the kernel maps have to lie on a page of their own, outside the machine's RAM.</summary>
internal static class RegistersMisplaced
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0701",
        "Registers of a controller in an impossible place",
        "Machine '{0}' has the registers of the {1} at 0x{2:X8}, which {3}. Correct the machine's {4}.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        if (system.InterruptController.Value != InterruptControllerKind.Apic)
            return;

        var machine = system.Machine;
        List<(string Name, uint Address, string Property)> registers =
        [
            ("local APIC", machine.LocalApicAddress, nameof(Machine.LocalApicAddress)),
            ("I/O APIC", machine.IoApicAddress, nameof(Machine.IoApicAddress)),
        ];
        if (system.Timer?.Value == TimerKind.Hpet)
            registers.Add(("HPET", machine.HpetAddress, nameof(Machine.HpetAddress)));
        foreach (var (name, address, property) in registers)
        {
            var reason = address % SystemLimits.PageBytes != 0 ? "is no multiple of 4 KiB"
                : address < machine.Memory.Bytes ? $"is in its {machine.Memory} of RAM"
                : registers.First(other => other.Address == address).Name is { } first && first != name ? $"is where its {first} is"
                : null;
            if (reason is not null)
                diagnostics.Report(Descriptor, system.Location, machine.Name, name, address, reason, property);
        }
    }
}
