using Nanokernel.Measurements;
using Xunit;

namespace Nanokernel.Image.Tests.Figures;

/// <summary>
/// The figures that are measured quickly, against the limits that bench.sh holds all of them to. They count instructions, so they are the
/// same on every computer.
/// </summary>
public class FigureTests
{
    [Fact]
    public async Task Hypercalls_switches_and_interrupts_take_no_more_instructions_than_their_limits() =>
        AssertKept(await KernelPaths.MeasureAsync());

    [Fact]
    public async Task Messages_and_events_take_no_more_instructions_than_their_limits() =>
        AssertKept(await ChannelPaths.MeasureAsync());

    [Fact]
    public async Task Locks_take_no_more_instructions_and_bytes_than_their_limits() =>
        AssertKept(await LockPaths.MeasureAsync());

    [Fact]
    public async Task A_watcher_knows_of_a_fault_and_a_partition_starts_anew_within_their_limits() =>
        AssertKept(await FaultPaths.MeasureAsync());

    [Fact]
    public async Task Calls_take_no_more_instructions_than_their_limit() =>
        AssertKept(await CallPaths.MeasureAsync());

    [Fact]
    public async Task A_sleeping_partition_goes_on_within_the_latency_of_an_interrupt() =>
        AssertKept(await PeriodicWork.MeasureLatenessAsync());

    [Fact]
    public async Task What_a_computing_partition_loses_to_a_tick_is_two_switches_and_the_work_of_the_tick() =>
        AssertKept(await PeriodicWork.MeasureLossAsync());

    [Fact]
    public void The_kernel_of_a_system_with_every_feature_is_no_larger_than_its_limit() =>
        AssertKept(KernelSizes.Measure());

    [Fact]
    public void A_primitive_adds_no_more_to_the_kernel_than_its_limit() =>
        AssertKept(KernelSizes.MeasurePrimitives());

    [Fact]
    public async Task A_commit_of_persistent_memory_takes_no_more_instructions_than_its_limit() =>
        AssertKept(await PersistentPaths.MeasureAsync());

    private static void AssertKept(IEnumerable<Metric> metrics)
    {
        var limited = metrics.Where(metric => Limits.Of(metric.Name) is not null).ToList();
        Assert.NotEmpty(limited);
        Assert.All(limited, metric => Assert.True(
            Limits.Of(metric.Name)!.IsKeptBy(metric), $"{metric.Name} is {metric.Value}, and has to be {Limits.Of(metric.Name)}."));
    }
}
