using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Samples;

/// <summary>The sample samples/PciCard, on both interrupt controllers.</summary>
public class PciCardTests
{
    // As samples/PciCard/PciCard/Program.cs has it.
    private static readonly SourceSystem Card = new SourceSystem("pci-card").Partition(
        "driver",
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "PciCard", "PciCard.Driver", "Driver.cs")),
        partition => partition
            .WithMemory(512.KiB())
            .OwnsPciFunction(new PciFunction("card", PciMatch.ById(0x1234, 0x11E8))
            {
                Bars = [PciBar.Memory(0, 1.MiB())],
                UsesInterrupt = true,
            }));

    [Theory]
    [InlineData(BackEnd.Legacy)]
    [InlineData(BackEnd.Apic)]
    public async Task The_card_is_found_and_driven_and_stays_where_it_is(BackEnd backEnd) =>
        (await TestRun.OfAsync(Card.On(backEnd), CompilerMode.Release, options => options with { Devices = ["edu"] }))
            .ExitedWith(0)
            .Printed("[driver] card 1234:11E8 at 00:03.0, IRQ 11, version 0x010000ED, command register 0x0103")
            .Printed("[driver] live: 0x12345678 inverted is 0xEDCBA987")
            .Printed("[driver] 1000 interrupts, their numbers add up to 500500")
            .Printed("[driver] moved to another address: False");
}
