using CsCheck;
using Nanokernel.Policy;

namespace Nanokernel.Core.Tests.Policy;

public sealed class PartitionOutcomesTests
{
    [Fact]
    public void The_system_ends_when_its_last_partition_does()
    {
        var outcomes = new PartitionOutcomes(2);
        Assert.False(outcomes.AllEnded);

        outcomes.End(1, 0);
        Assert.False(outcomes.AllEnded);
        Assert.True(outcomes.IsAlive(0));
        Assert.False(outcomes.IsAlive(1));

        outcomes.End(0, 0);
        Assert.True(outcomes.AllEnded);
        Assert.Equal(0, outcomes.SystemExitCode);
    }

    [Fact]
    public void A_fault_outweighs_every_exit_code()
    {
        var outcomes = new PartitionOutcomes(2);
        outcomes.End(0, 7);
        outcomes.Fault(1);

        Assert.Equal(PartitionOutcomes.FaultExitCode, outcomes.SystemExitCode);
    }

    [Fact]
    public void The_first_exit_code_that_is_not_zero_is_the_systems()
    {
        var outcomes = new PartitionOutcomes(4);
        outcomes.End(2, 0);
        outcomes.End(0, 9);
        outcomes.End(1, 8);
        outcomes.End(3, 0);

        Assert.Equal(9, outcomes.SystemExitCode);
    }

    [Fact]
    public void An_exit_code_never_exceeds_what_the_exit_device_carries() =>
        Gen.UInt.Sample(code =>
        {
            var outcomes = new PartitionOutcomes(1);
            outcomes.End(0, code);

            Assert.Equal((int)Math.Min(code, PartitionOutcomes.ExitCodeMaximum), outcomes.SystemExitCode);
        });

    [Fact]
    public void Thirty_two_partitions_are_counted_like_one() =>
        Gen.Int[1, 32].Sample(count =>
        {
            var outcomes = new PartitionOutcomes(count);
            for (var index = 0; index < count; index++)
            {
                Assert.False(outcomes.AllEnded);
                Assert.True(outcomes.IsAlive(index));
                outcomes.End(index, 0);
            }

            Assert.True(outcomes.AllEnded);
        });
}
