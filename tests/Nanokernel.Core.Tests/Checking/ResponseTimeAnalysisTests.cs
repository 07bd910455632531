using CsCheck;
using Nanokernel.Checking;
using Nanokernel.Core.Tests.Rules;
using Nanokernel.Model;
using Nanokernel.Policy;

namespace Nanokernel.Core.Tests.Checking;

/// <summary>What the analysis promises, against what the policy does.</summary>
public sealed unsafe class ResponseTimeAnalysisTests
{
    private const int OthersMaximum = 3;

    // So long that what the analysis adds for the kernel's own work, which the policy does not do, is no whole one.
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(10);

    private static readonly Gen<(int Budget, int Period)> Budgets =
        Gen.Select(Gen.Int[1, 6], Gen.Int[4, 40]).Select((budget, slack) => (budget, budget + slack));

    [Fact]
    public void A_more_urgent_budget_counts_twice_for_it_can_come_twice_in_a_row()
    {
        var system = Declare((3, 20), [(2, 10)]);

        Assert.Equal(3 + 2 + 2, Ticks(ResponseTimeAnalysis.Find(system, system.Partitions[0])));
        Assert.Equal(3 + 2 + 2, Respond((3, 20), [(2, 10)], start: 28, ready: (other, tick) => tick is >= 28));
    }

    [Fact]
    public void The_kernels_own_closed_sections_and_switches_are_added()
    {
        var system = Declare((3, 20), []);

        Assert.Equal(
            (3 * s_tick) + ResponseTimeAnalysis.Blocking + ResponseTimeAnalysis.PreemptionCost,
            ResponseTimeAnalysis.Find(system, system.Partitions[0]));
    }

    [Fact]
    public void Nobody_is_ever_later_than_the_analysis_says() =>
        Gen.Select(Budgets, Budgets.Array[0, OthersMaximum], Gen.Int[0, 200], Gen.Int[0, 1 << 30].Array[16, 16]).Sample(
            (subject, others, start, seeds) =>
            {
                var system = Declare(subject, others);
                if (ResponseTimeAnalysis.Find(system, system.Partitions[0]) is not { } promised)
                    return;

                // Each other one is ready for some stretches of ten ticks, most of them around the start.
                bool IsReady(int other, int tick) => ((seeds[((tick / 10) + (other * 5)) % seeds.Length] >> other) & 3) != 0;
                Assert.InRange(Respond(subject, others, start, IsReady), subject.Budget, Ticks(promised));
            },
            iter: 20_000);

    private static int Ticks(TimeSpan? time) => (int)(time!.Value / s_tick);

    private static SystemDeclaration Declare((int Budget, int Period) subject, (int Budget, int Period)[] others)
    {
        var system = SystemBuilder.Create("plant", Machines.Pc);
        system.AddPartition("subject", Sample.Project("Subject"))
            .WithBudget(subject.Budget * s_tick, subject.Period * s_tick)
            .WithDeadline(subject.Period * s_tick);
        for (var i = 0; i < others.Length; i++)
        {
            system.AddPartition($"other-{i}", Sample.Project("Other"))
                .WithPriority(Priority.High)
                .WithBudget(others[i].Budget * s_tick, others[i].Period * s_tick);
        }

        return system.Build();
    }

    /// <summary>The ticks from the subject's becoming ready to its having run for its whole budget.</summary>
    private static int Respond((int Budget, int Period) subject, (int Budget, int Period)[] others, int start, Func<int, int, bool> ready)
    {
        var count = others.Length + 1;
        var last = others.Length;
        var rows = stackalloc ProcessorShare[OthersMaximum + 1];
        var equals = stackalloc uint[] { 1, 2, 4, 8 };
        var turns = stackalloc uint[OthersMaximum + 1];
        var shares = new ProcessorShares(rows, count, long.MaxValue);
        for (var index = 0; index < last; index++)
            shares.SetBudget(index, (ulong)others[index].Budget, (ulong)others[index].Period, 0);
        shares.SetBudget(last, (ulong)subject.Budget, (ulong)subject.Period, 0);

        var had = 0;
        for (var tick = 0; had < subject.Budget; tick++)
        {
            // The subject begins its period when it becomes ready: what it had not used before is not counted on.
            if (tick == start)
                shares.SetBudget(last, (ulong)subject.Budget, (ulong)subject.Period, (ulong)tick);
            var scheduler = default(Scheduler);
            for (var index = 0; index < last; index++)
            {
                if (ready(index, tick))
                    scheduler.MakeReady(index);
            }

            if (tick >= start)
                scheduler.MakeReady(last);
            shares.Replenish((ulong)tick);
            var running = scheduler.Next(shares.Held, equals, turns);
            if (running >= 0)
                shares.Charge(running, 1);
            if (running == last)
                had++;
            if (had == subject.Budget)
                return tick + 1 - start;
        }

        throw new InvalidOperationException("The loop returns.");
    }
}
