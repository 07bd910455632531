using System.Text;
using Nanokernel.Abi;
using Nanokernel.Model;

namespace Nanokernel.X86.Building;

/// <summary>Writes the part of the kernel's configuration that says which PCI functions the system has. Kernel/Pci.cs describes the rows.</summary>
internal static class PciTables
{
    private const uint AnyInstance = uint.MaxValue;
    private const uint InterruptFlag = 1;
    private const uint BusMasterFlag = 2;

    /// <summary>Writes the tables of all functions, those of a partition one behind the other.</summary>
    public static void Write(StringBuilder text, CheckedSystem system)
    {
        var functions = system.PciFunctions.ToList();
        var names = functions.ConvertAll(owned => $"{owned.Function.Function} of partition '{owned.Owner.Name}'");
        var (firstText, firstBar) = (0u, 0u);
        var rows = new List<uint[]>();
        foreach (var ((owner, function), name) in functions.Zip(names))
        {
            rows.Add(
            [
                .. Pattern(function.Function.Match),
                (uint?)function.Function.Match.Instance ?? AnyInstance,
                (uint)owner.Index,
                (function.Function.UsesInterrupt ? InterruptFlag : 0) | (function.Function.IsBusMaster ? BusMasterFlag : 0),
                firstText,
                (uint)name.Length,
                firstBar,
                (uint)function.Bars.Length,
            ]);
            firstText += (uint)name.Length;
            firstBar += (uint)function.Bars.Length;
        }

        KernelConfigurationWriter.Text(text, "PciTexts", string.Concat(names));
        KernelConfigurationWriter.Table(text, "PciFunctions", rows);
        KernelConfigurationWriter.Table(text, "PciBars", functions.SelectMany(owned => owned.Function.Bars.Select(bar => new[]
        {
            (uint)bar.Bar.Index, KindOf(bar.Bar), (uint)bar.Bar.Size, bar.VirtualAddress,
        })));
        KernelConfigurationWriter.Table(text, "PciOwners", system.Partitions.Select(partition => new[]
        {
            (uint)system.Partitions.Take(partition.Index).Sum(before => before.PciFunctions.Length), (uint)partition.PciFunctions.Length,
        }));
        KernelConfigurationWriter.Table(text, "PciInterruptLimits", functions.Select(owned => owned.Function.Function.InterruptLimit).Select(
            limit => new[] { 0u, (uint)limit.Interrupts, (uint)limit.Within.TotalMicroseconds }));
    }

    /// <summary>The value of <see cref="PciBarRecord.Kind"/>.</summary>
    public static uint KindOf(PciBar bar) => bar.Kind == PciBarKind.Ports ? PciBarRecord.Ports : PciBarRecord.Memory;

    /// <summary>The words of PciPattern: registers 0x00 and 0x08 and the location, each with the bits that count.</summary>
    private static IEnumerable<uint> Pattern(PciMatch match) =>
    [
        .. Word((match.VendorId, 0, 0xFFFFu), (match.DeviceId, 16, 0xFFFFu)),
        .. Word((match.ProgrammingInterface, 8, 0xFFu), (match.SubClass, 16, 0xFFu), (match.BaseClass, 24, 0xFFu)),
        .. Word((match.Function, 8, 7u), (match.Device, 11, 31u), (match.Bus, 16, 0xFFu)),
    ];

    private static uint[] Word(params ReadOnlySpan<(int? Value, int Shift, uint Mask)> fields)
    {
        var (value, mask) = (0u, 0u);
        foreach (var field in fields)
        {
            if (field.Value is not { } number)
                continue;
            value |= (uint)number << field.Shift;
            mask |= field.Mask << field.Shift;
        }

        return [value, mask];
    }
}
