using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Model;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Hostile;

/// <summary>
/// A partition that has an end of every kind of channel writes random words into each of them wherever it may, a million rounds. It preempts
/// its peers at random instructions. They use all of these channels meanwhile, and one measures how much of the processor a message costs it on
/// a channel with a partition that has nothing to do with the hostile one. Locks are not among them: they are the kernel's, see
/// <see cref="LockAttackTests"/>.
/// </summary>
public class HostilePeerTests
{
    private static readonly SourceSystem System = new SourceSystem("hostile-peer")
        .Partition("victim", [HostilePeerSources.Victim, HostilePeerSources.Contract], partition => partition.WithPriority(Priority.High))
        .Partition("caller", [HostilePeerSources.Caller, HostilePeerSources.Contract], partition => partition.WithPriority(new Priority(140)))
        .Partition("friend", HostilePeerSources.Friend, partition => partition.WithPriority(Priority.RealTime))
        .Partition("hostile", [HostilePeerSources.Hostile, HostilePeerSources.Contract], partition => partition.WithPriority(new Priority(150)))
        .Queue("honest", 64, from: "victim", to: "friend")
        .Queue("blocking", 4, from: "hostile", to: "victim")
        .With((system, partitions) =>
        {
            var (victim, caller, hostile) = (partitions["victim"], partitions["caller"], partitions["hostile"]);
            system.AddQueue("overwriting", 5).OnOverflow(QueueOverflow.OverwriteOldest).From(hostile).To(victim);
            system.AddQueue("outgoing", 4).OnOverflow(QueueOverflow.Reject).From(victim).To(hostile);
            system.AddEvent("counting", EventReset.Counting).PostedBy(hostile).AwaitedBy(victim);
            system.AddEvent("signal", EventReset.Auto).PostedBy(victim).AwaitedBy(hostile);
            system.AddEvent("state", EventReset.Manual).PostedBy(hostile).AwaitedBy(victim);
            system.AddSharedMemory("table", 4.KiB()).ReadWrite(hostile).ReadOnly(victim);
            system.AddRecordQueue("records", new ByteSize(256)).From(hostile).To(victim);
            system.AddRecordQueue("outgoing-records", new ByteSize(256)).OnOverflow(QueueOverflow.Reject).From(victim).To(hostile);
            system.AddCall("served").From(caller).From(hostile).To(victim);
            system.AddCall("called").From(caller).To(hostile);
            system.AddPersistentPool("pool", 4.KiB()).UsedBy(victim).UsedBy(hostile);
            system.AddEvent("finished", EventReset.Auto).PostedBy(hostile).AwaitedBy(victim);
        });

    [Fact]
    public async Task A_peer_that_writes_anywhere_reaches_no_other_channel_and_slows_none_down()
    {
        var run = await TestRun.OfAsync(System.On(BackEnd.Apic), CompilerMode.Release, limit: TimeSpan.FromMinutes(2));

        run.ExitedWith(0).Printed("[victim] over").Printed($"[hostile] {HostilePeerSources.Rounds} rounds");
        Assert.Equal(run.Number("[friend] received"), run.Number("[victim] sent"));
        Assert.InRange(run.Number("[caller] right:"), 1000, int.MaxValue);
        Assert.InRange(run.Number("longest call:"), 5, 200);
        Assert.InRange(run.Number("[victim] ticks of 1000 messages meanwhile"), 1, run.Number("[victim] ticks of 1000 messages before") * 11 / 10);
    }
}
