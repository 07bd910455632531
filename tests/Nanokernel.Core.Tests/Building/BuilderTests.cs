using System.Runtime.CompilerServices;
using Nanokernel.Checking;
using Nanokernel.Core.Tests.Rules;

namespace Nanokernel.Core.Tests.Building;

public sealed class BuilderTests
{
    [Fact]
    public void Each_statement_of_a_chain_remembers_its_own_line()
    {
        var start = Here();
        var system = SystemBuilder.Create("plant", Machines.Pc);
        var control = system.AddPartition("control", Sample.Project("Control"))
            .WithMemory(4.MiB())
            .WithStack(32.KiB())
            .WithHeap(256.KiB())
            .WithPriority(Priority.RealTime)
            .OwnsDevice(Pc.Com2)
            .OwnsPorts(0x300, 0x31F)
            .OwnsInterrupt(5, InterruptTrigger.Edge)
            .WithConsole(Pc.Com2);
        var monitor = system.AddPartition("monitor", Sample.Project("Monitor"));
        system.AddQueue("telemetry", capacity: 64)
            .From(control)
            .To(monitor);

        var built = system.Build();
        var partition = built.Partitions[0];
        var queue = built.Channels[0];
        SourceLocation?[] locations =
        [
            built.Location, partition.Location, partition.Memory.Location, partition.Stack.Location, partition.Heap!.Location,
            partition.Priority.Location, partition.Devices[0].Location, partition.NamedPorts[0].Location,
            partition.NamedInterrupts[0].Location, partition.Console.Location, built.Partitions[1].Location, queue.Location,
            queue.Wires[0].Location, queue.Wires[1].Location,
        ];

        Assert.Equal(Enumerable.Range(start.Line + 1, 14), locations.Select(location => location!.Line));
        Assert.All(locations, location => Assert.Equal(start.File, location!.File));
    }

    [Fact]
    public void A_partition_that_states_nothing_has_the_documented_defaults()
    {
        var system = SystemBuilder.Create("plant", Machines.Pc);
        system.AddPartition("control", Sample.Project("Control"));

        var partition = new Sample(system).CheckedSystem().Partitions[0];

        Assert.Equal(1024u * 1024, partition.MemoryBytes);
        Assert.Equal(64u * 1024, partition.StackBytes);
        Assert.Equal(0u, partition.HeapBytes);
        Assert.Equal(Priority.Normal, partition.Priority);
        Assert.Null(partition.Console);
        Assert.False(partition.MayEndSystem);
    }

    [Fact]
    public void What_was_built_does_not_change_when_the_builder_goes_on()
    {
        var system = SystemBuilder.Create("plant", Machines.Pc);
        var control = system.AddPartition("control", Sample.Project("Control"));
        var built = system.Build();

        control.OwnsDevice(Pc.Com1);
        system.AddPartition("monitor", Sample.Project("Monitor"));

        Assert.Empty(Assert.Single(built.Partitions).Devices);
    }

    [Fact]
    public void Devices_and_numbers_become_merged_ports_sorted_lines_and_ends()
    {
        var system = SystemBuilder.Create("plant", Machines.Pc);
        var monitor = system.AddPartition("monitor", Sample.Project("Monitor")).WithPriority(Priority.Background);
        var control = system.AddPartition("control", Sample.Project("Control"))
            .WithPriority(Priority.High)
            .OwnsInterrupt(11, InterruptTrigger.Level)
            .OwnsDevice(Pc.Com1)
            .OwnsPorts(0x400, 0x40F)
            .OwnsPorts(0x300, 0x300)
            .WithConsole(Pc.Com1)
            .MayEndSystem();
        system.AddQueue("commands", 3).From(monitor).To(control);
        system.AddQueue("telemetry", 8).From(control).To(monitor);

        var checkedSystem = new Sample(system).CheckedSystem();
        var partition = checkedSystem.Partitions[0];

        Assert.Equal("control", partition.Name);
        Assert.Equal(1, partition.DeclarationIndex);
        Assert.Equal("0x300, 0x3F8-0x40F", string.Join(", ", partition.Ports));
        Assert.Equal(
            [(4, InterruptTrigger.Edge), (11, InterruptTrigger.Level)],
            partition.InterruptLines.Select(line => (line.Line, line.Trigger)));
        Assert.Equal((0x3F8, 4), (partition.Console!.Port, partition.Console.Line));
        Assert.True(partition.MayEndSystem);
        Assert.Equal(
            [(0, "commands", Model.ChannelRole.QueueReceiver, 0, 0b10u), (1, "telemetry", Model.ChannelRole.QueueSender, 1, 0b10u)],
            partition.Ends.Select(end => (end.Index, end.Channel.Name, end.Role, end.Channel.Index, end.Peers)));
        Assert.Equal((4, 16), (checkedSystem.Queues.First().SlotCount, checkedSystem.Queues.First().MessageBytes));
        Assert.Same(partition, checkedSystem.OwnerOfLine(11));
        Assert.Null(checkedSystem.OwnerOfLine(3));
    }

    [Theory]
    [InlineData(4 * 1024 * 1024, "4 MiB")]
    [InlineData(1025 * 1024, "1,025 KiB")]
    [InlineData(1000, "1,000 bytes")]
    [InlineData(0, "0 bytes")]
    [InlineData(-4096, "-4 KiB")]
    public void Sizes_are_written_in_the_largest_whole_unit(long bytes, string text) => Assert.Equal(text, new ByteSize(bytes).ToString());

    [Fact]
    public void No_two_devices_of_the_catalogue_share_a_port_but_the_two_views_of_the_vga()
    {
        var claims = Pc.Devices
            .Where(device => device != Pc.VgaGraphics)
            .SelectMany(device => device.Ports)
            .OrderBy(range => range.Start)
            .ToList();

        Assert.All(claims, range => Assert.True(range.IsValid));
        Assert.All(claims.Zip(claims.Skip(1)), pair => Assert.False(pair.First.Overlaps(pair.Second), $"{pair.First} {pair.Second}"));
        Assert.Equal(Pc.VgaText.Ports, Pc.VgaGraphics.Ports);
    }

    private static SourceLocation Here([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => new(file, line);
}
