using Nanokernel.Checking;
using Nanokernel.Core.Tests.Rules;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Core.Tests.Manifests;

/// <summary>A partition in C at one end of a queue: only the size of its messages is known, and findings speak its language.</summary>
public class ExecutableManifestTests
{
    [Fact]
    public void An_end_fits_every_layout_of_its_size_and_the_queue_has_the_layout_that_is_known()
    {
        var findings = Check([Sends(16)], [Sample.Receives("telemetry")], out var system);

        Assert.Empty(findings);
        Assert.Equal(Sample.Message, system!.Queues.Single().Message);
    }

    [Fact]
    public void Another_size_is_an_error_with_both_types() => Assert.Equal(
        "Plant.cs(4): error NK0312: The ends of queue 'telemetry' have types of different layout. Partition 'monitor' receives from Plant.Sample, 16 bytes "
        + "{ 0: i8 Tick; 8: f8 Value } (Plant.Receiver.telemetry); partition 'legacy' sends to struct sample, 12 bytes (NK_SENDS(\"telemetry\")). "
        + "Use one type, from a library that both projects refer to.",
        Assert.Single(Check([Sends(12)], [Sample.Receives("telemetry")], out _)).ToString());

    [Fact]
    public void An_end_that_is_wired_and_not_stated_names_the_macro() => Assert.Equal(
        "Plant.cs(4): error NK0311: Queue 'telemetry' is wired from partition 'legacy', but legacy.elf has no NK_SENDS(\"telemetry\"). Add it, or remove "
        + "the wiring.",
        Assert.Single(Check([], [Sample.Receives("telemetry")], out _)).ToString());

    [Fact]
    public void An_end_that_is_stated_and_not_wired_names_the_macro() => Assert.StartsWith(
        "Plant.cs(2): error NK0310: Partition 'legacy' sends to \"other\" (NK_SENDS(\"other\")), but the system wires no such end to it: ",
        Assert.Single(Check([Sends(16), Sends(16, "other")], [Sample.Receives("telemetry")], out _)).ToString());

    [Fact]
    public void Core_alone_cannot_read_an_executable() => Assert.Throws<ArgumentException>(
        () => SystemChecker.TryCheck(System(), new DiagnosticBag(), out _));

    private static ManifestEnd Sends(int bytes, string channel = "telemetry") =>
        new(channel, ChannelRole.QueueSender, "", new MessageLayout("struct sample", bytes, []) { IsOpaque = true });

    private static DiagnosticBag Check(ManifestEnd[] legacy, ManifestEnd[] monitor, out CheckedSystem? system)
    {
        var diagnostics = new DiagnosticBag();
        SystemChecker.TryCheck(
            System(),
            [PartitionManifest.OfExecutable("legacy.elf", [.. legacy]), new PartitionManifest("Plant.Monitor", [.. monitor])],
            diagnostics,
            out system);
        return diagnostics;
    }

    private static SystemDeclaration System()
    {
        var system = SystemBuilder.Create("plant", Machines.Pc, Sample.File, 1);
        var legacy = system.AddPartition("legacy", new PartitionExecutable("legacy", "legacy.elf"), Sample.File, 2);
        var monitor = system.AddPartition("monitor", Sample.Project("Monitor"), Sample.File, 3);
        system.AddQueue("telemetry", 8, file: Sample.File, line: 4).From(legacy, Sample.File, 4).To(monitor, Sample.File, 4);
        return system.Build();
    }
}
