using CsCheck;
using Nanokernel.Policy;

namespace Nanokernel.Core.Tests.Policy;

public sealed unsafe class ProcessorSharesTests
{
    private const int Partitions = 4;

    private static readonly Gen<(int Budget, int Period)[]> Budgets =
        Gen.Select(Gen.Int[1, 20], Gen.Int[0, 60]).Select(pair => (pair.Item1, pair.Item2 < 20 ? 0 : Math.Max(pair.Item1, pair.Item2))).Array[Partitions];

    private static readonly Gen<(int Kind, int Who, int Time)[]> Histories =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, Partitions - 1], Gen.Int[1, 40]).Array[1, 200];

    /// <summary>
    /// Any history of partitions that become ready and block, with time passing in steps as the kernel sees it, against a model that lets
    /// time pass one count at a time.
    /// </summary>
    [Fact]
    public void Any_history_of_budgets_agrees_with_a_model_that_counts_each_tick() =>
        Gen.Select(Budgets, Histories).Sample((budgets, history) =>
        {
            var rows = stackalloc ProcessorShare[Partitions];
            var shares = new ProcessorShares(rows, Partitions, long.MaxValue);
            var model = new Model(budgets);
            for (var index = 0; index < Partitions; index++)
            {
                if (budgets[index].Period != 0)
                    shares.SetBudget(index, (ulong)budgets[index].Budget, (ulong)budgets[index].Period, 0);
            }

            var now = 0ul;
            var scheduler = new Scheduler();
            var equals = stackalloc uint[] { 1, 2, 4, 8 };
            var turns = stackalloc uint[Partitions];
            foreach (var (kind, who, time) in history)
            {
                if (kind == 0)
                    scheduler.MakeReady(who);
                else if (kind == 1)
                    scheduler.Block(who);
                model.SetReady(who, kind == 0 || (kind != 1 && model.IsReady(who)));

                // Nothing happens for a time but what the policy asks to be woken for.
                var end = now + (ulong)time;
                while (now < end)
                {
                    var running = scheduler.Next(shares.Held, equals, turns);
                    Assert.Equal(model.Running, running);
                    var next = Math.Min(end, shares.NextEvent(running, false, now));
                    Assert.True(next > now);
                    model.Pass((int)(next - now), running);
                    if (running >= 0)
                        shares.Charge(running, next - now);
                    now = next;
                    shares.Replenish(now);
                    model.Refill();
                }
            }
        }, iter: 5_000);

    [Fact]
    public void What_was_used_too_much_is_taken_off_the_next_budget()
    {
        var rows = stackalloc ProcessorShare[1];
        var shares = new ProcessorShares(rows, 1, long.MaxValue);
        shares.SetBudget(0, 10, 100, 0);

        shares.Charge(0, 13);

        Assert.Equal(1u, shares.Held);
        shares.Replenish(100);
        Assert.Equal(0u, shares.Held);
        Assert.Equal(107ul, shares.NextEvent(0, false, 100));
    }

    [Fact]
    public void Several_periods_in_which_nothing_happened_give_one_budget()
    {
        var rows = stackalloc ProcessorShare[1];
        var shares = new ProcessorShares(rows, 1, long.MaxValue);
        shares.SetBudget(0, 10, 100, 0);

        shares.Replenish(1050);
        shares.Charge(0, 10);

        Assert.Equal(1u, shares.Held);
        Assert.Equal(1100ul, shares.NextEvent(-1, false, 1060));
    }

    [Fact]
    public void A_slice_is_over_when_its_owner_itself_has_run_that_long()
    {
        var rows = stackalloc ProcessorShare[2];
        var shares = new ProcessorShares(rows, 2, 50);

        shares.Charge(0, 30);
        Assert.False(shares.TakeEndOfSlice(0));
        Assert.Equal(120ul, shares.NextEvent(0, true, 100));
        Assert.Equal(ProcessorShares.Never, shares.NextEvent(0, false, 100));
        shares.Charge(0, 20);

        Assert.True(shares.TakeEndOfSlice(0));
        Assert.False(shares.TakeEndOfSlice(1));
        Assert.Equal(150ul, shares.NextEvent(0, true, 100));
    }

    private sealed class Model((int Budget, int Period)[] budgets)
    {
        private readonly int[] _remaining = [.. budgets.Select(budget => budget.Budget)];
        private readonly bool[] _ready = new bool[Partitions];
        private int _now;

        public int Running => Enumerable.Range(0, Partitions)
            .Where(index => _ready[index] && (budgets[index].Period == 0 || _remaining[index] > 0))
            .DefaultIfEmpty(Scheduler.Idle).First();

        public bool IsReady(int index) => _ready[index];

        public void SetReady(int index, bool ready) => _ready[index] = ready;

        // Refills whose moment lies inside a step are those of partitions that the policy need not watch: neither running nor held.
        public void Pass(int time, int running)
        {
            for (var tick = 0; tick < time; tick++)
            {
                Assert.Equal(Running, running);
                if (running >= 0 && budgets[running].Period != 0)
                    _remaining[running]--;
                _now++;
                if (tick < time - 1)
                    Refill();
            }
        }

        public void Refill()
        {
            for (var index = 0; index < Partitions; index++)
            {
                if (budgets[index].Period != 0 && _now % budgets[index].Period == 0)
                    _remaining[index] = budgets[index].Budget;
            }
        }
    }
}
