namespace Nanokernel.Core.Tests.Rules;

internal static class ConsoleSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        new(
            "NK0401",
            () => PortSamples.Two(
                first => first.OwnsDevice(Pc.Com1, Sample.File, 3),
                second => second.WithConsole(Pc.Com1, Sample.File, 5)),
            "Plant.cs(5): error NK0401: The console of partition 'monitor' is on COM1, which partition 'control' owns. "
            + "Add .OwnsDevice for COM1, or use PartitionConsole.Debug.",
            () => PortSamples.Two(
                first => first.OwnsDevice(Pc.Com1, Sample.File, 3),
                second => second.OwnsDevice(Pc.Com2, Sample.File, 5).WithConsole(Pc.Com2, Sample.File, 6))),
        new(
            "NK0402",
            () => PortSamples.Two(
                first => first.OwnsDevice(Pc.Com1, Sample.File, 3).WithConsole(Pc.Com1, Sample.File, 3),
                second => second.WithConsole(Pc.Com1, Sample.File, 5)),
            "Plant.cs(5): error NK0402: COM1 is the console of partition 'control' and of partition 'monitor'. A UART has one owner: "
            + "give 'monitor' another, or send its output over a channel. First claim: Plant.cs(3).",
            () => PortSamples.Two(
                first => first.OwnsDevice(Pc.Com1, Sample.File, 3).WithConsole(Pc.Com1, Sample.File, 3),
                second => second.WithConsole(PartitionConsole.Debug, Sample.File, 5))),
        new(
            "NK0403",
            () => PortSamples.Two(first => first.OwnsDevice(Pc.Lpt1, Sample.File, 3).WithConsole(Pc.Lpt1, Sample.File, 4)),
            "Plant.cs(4): error NK0403: The console of partition 'control' is on LPT1, which is not a 16550 UART. "
            + "Use one (COM1, COM2, COM3, COM4), or PartitionConsole.Debug.",
            () => PortSamples.Two(first => first.OwnsDevice(Pc.Com3, Sample.File, 3).WithConsole(Pc.Com3, Sample.File, 4))),
    ];
}
