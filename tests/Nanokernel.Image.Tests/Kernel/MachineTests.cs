using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>Machines that have what the back ends need, and machines that lack it.</summary>
public class MachineTests
{
    private const string Waiting = """
        [Partition]
        static partial class Waiting
        {
            static void Main()
            {
                Clock.Sleep(TimeSpan.FromMilliseconds(1));
                Console.WriteLine("slept");
            }
        }
        """;

    private static readonly SourceSystem Anywhere = new SourceSystem("machine").Partition("waiting", Waiting);

    private static readonly SourceSystem Elsewhere =
        new SourceSystem("machine-elsewhere") { Machine = Machines.Pc with { IoApicAddress = 0xFEC1_0000, HpetAddress = 0xFED1_0000 } }
            .Partition("waiting", Waiting);

    [Theory]
    [BackEnds(BackEnd.Apic, BackEnd.Hpet)]
    public async Task Tables_of_the_firmware_are_found_beyond_the_memory_that_the_kernel_sees(CompilerMode mode, BackEnd backEnd)
    {
        // One of these processors has 32-bit page tables, the other those of PAE.
        foreach (var cpu in (string[])["qemu32", "max"])
        {
            var run = await TestRun.OfAsync(Anywhere.On(backEnd), mode, options => options with { MemoryMegabytes = 1536, Cpu = cpu });
            run.ExitedWith(0).Printed("slept");
        }
    }

    [Theory]
    [BackEnds(BackEnd.Apic, BackEnd.Hpet, BackEnd.ApicWithIntervalTimer)]
    public async Task A_deadline_is_one_interrupt_of_the_timer_by_its_vector(CompilerMode mode, BackEnd backEnd)
    {
        var system = Anywhere.On(backEnd);
        var log = Path.Combine(Path.GetDirectoryName(system.Build(mode).ImagePath)!, "interrupts.log");
        var run = await TestRun.OfAsync(system, mode, options => options with { ExtraArguments = ["-d", "int", "-D", log] });

        run.ExitedWith(0).Printed("slept");
        Assert.Single(File.ReadLines(log), line => line.Contains("INT=0x30", StringComparison.Ordinal));
    }

    [Theory]
    [BackEnds]
    public async Task A_machine_without_8254_is_refused(CompilerMode mode, BackEnd backEnd) =>
        (await TestRun.OfAsync(Anywhere.On(backEnd), mode, options => options with { ExtraArguments = ["-machine", "pit=off"] }))
            .ExitedWith(103).Printed("cannot run on this machine: its timer does not count");

    [Theory]
    [BackEnds(BackEnd.Apic)]
    public async Task A_processor_without_local_APIC_is_refused(CompilerMode mode, BackEnd backEnd) =>
        (await TestRun.OfAsync(Anywhere.On(backEnd), mode, options => options with { Cpu = "qemu32,-apic" }))
            .ExitedWith(103).Printed("cannot run on this machine: its processor lacks a local APIC");

    [Theory]
    [BackEnds(BackEnd.Apic)]
    public async Task A_machine_without_ACPI_tables_is_refused(CompilerMode mode, BackEnd backEnd) =>
        (await TestRun.OfAsync(Anywhere.On(backEnd), mode, options => options with { ExtraArguments = ["-no-acpi"] }))
            .ExitedWith(103).Printed("system 'machine-apic' cannot run on this machine: its firmware has no sound ACPI table of its APICs (MADT)");

    [Theory]
    [BackEnds(BackEnd.Hpet)]
    public async Task A_machine_without_HPET_is_refused(CompilerMode mode, BackEnd backEnd) =>
        (await TestRun.OfAsync(Anywhere.On(backEnd), mode, options => options with { ExtraArguments = ["-no-hpet"] }))
            .ExitedWith(103).Printed("cannot run on this machine: its firmware has no sound ACPI table of a high precision event timer (HPET)");

    [Theory]
    [BackEnds(BackEnd.Apic)]
    public async Task A_machine_with_the_controller_elsewhere_is_refused_with_both_addresses(CompilerMode mode, BackEnd backEnd) =>
        (await TestRun.OfAsync(Elsewhere.On(backEnd), mode))
            .ExitedWith(103)
            .Printed("the I/O APIC is at 0xFEC00000, and the system was built for a machine that has it at 0xFEC10000");
}
