using Nanokernel.Abi;
using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Faults;

/// <summary>What can go wrong while a partition is recovered.</summary>
public class RecoveryFaultTests
{
    private static readonly SourceSystem System = new SourceSystem("recovery-faults")
        .Partition("victim", """
            [Partition]
            static unsafe partial class Victim
            {
                static void Main()
                {
                    Console.WriteLine("starts");
                    *(int*)16 = 1;
                }
            }
            """, partition => partition.OnFault(FaultAction.Restart).WithRestartLimit(2, TimeSpan.FromMinutes(1)))
        .Partition("neighbour", """
            [Partition]
            static partial class Neighbour
            {
                [Watches("victim")]
                static partial FaultMonitor Victim { get; }

                static void Main()
                {
                    Clock.Sleep(TimeSpan.FromMilliseconds(20));
                    Console.WriteLine($"victim is in state {(int)Victim.State}, {Victim.Restarts} restarts");
                    Victim.Restart();
                    Clock.Sleep(TimeSpan.FromMilliseconds(20));
                    Console.WriteLine($"then in state {(int)Victim.State}, {Victim.Restarts} restarts");
                }
            }
            """)
        .With((_, partitions) => partitions["neighbour"].Watches(partitions["victim"]));

    /// <summary>A byte of each part: checksum, size (which then is far more than there is), a segment, code.</summary>
    [Theory]
    [InlineData(CompilerMode.Debug, 4u)]
    [InlineData(CompilerMode.Release, 4u)]
    [InlineData(CompilerMode.Release, 23u)]
    [InlineData(CompilerMode.Release, PartitionImage.HeadBytes)]
    [InlineData(CompilerMode.Release, PartitionImage.HeadBytes + 150)]
    public async Task A_partition_whose_copy_is_damaged_does_not_start_anew_and_nobody_else_is_harmed(CompilerMode mode, uint place)
    {
        var run = await PatchedKernel.RunAsync(System, mode, kernel => kernel.Damage(BitConverter.GetBytes(PartitionImage.MagicValue), (int)place));

        run.ExitedWith(101)
            .Printed("fault: [victim] cannot start anew: the copy of its image is damaged")
            .Printed("[neighbour] victim is in state 2, 0 restarts")
            .Printed("[neighbour] then in state 2, 0 restarts");
        Assert.Single(run.Debug, "[victim] starts");
    }

    [Theory]
    [CompilerModes]
    public async Task A_fault_of_the_kernel_while_it_recovers_ends_the_system_with_its_own_record(CompilerMode mode)
    {
        var run = await PatchedKernel.RunAsync(System, mode, kernel => kernel.Write("nk_copy_words", 0x0F, 0x0B));

        run.ExitedWith(102)
            .Printed("fault: the kernel stopped by #UD (invalid opcode)")
            .Printed("fault: [kernel] at ", "nk_copy_words + 0x00")
            .Printed("fault: [kernel] called from", "Restoration.");
    }

    [Theory]
    [CompilerModes]
    public async Task Without_damage_it_starts_anew_as_often_as_it_may_and_when_its_watcher_says_so(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(System, mode);

        run.ExitedWith(101).Printed("[neighbour] victim is in state 2, 2 restarts").Printed("[neighbour] then in state 2, 3 restarts");
        Assert.Equal(4, run.Debug.Count(line => line == "[victim] starts"));
    }
}
