using CsCheck;
using Nanokernel.Policy;

namespace Nanokernel.Core.Tests.Policy;

/// <summary>Who runs while partitions wait for locks.</summary>
public sealed class LockSchedulingTests
{
    private const int Locks = 3;

    private static readonly Gen<int[]> Priorities = Gen.Int[0, 3].Array[1, 6].Select(priorities => priorities.OrderDescending().ToArray());

    [Fact]
    public void The_holder_runs_in_the_place_of_who_waits()
    {
        using var machine = new LockMachine([3, 2, 1], 1);
        Wait(machine, 0, 0, holder: 2);

        Assert.Equal((2, 0), machine.Next());

        machine.Release(0);
        machine.Scheduler.MakeReady(0);
        Assert.Equal((0, 0), machine.Next());
    }

    [Fact]
    public void The_end_of_a_chain_runs_in_the_place_of_its_beginning()
    {
        using var machine = new LockMachine([4, 3, 2, 1], 2);
        machine.Locks.Acquire(2, 0);
        Wait(machine, 2, 1, holder: 3);
        Wait(machine, 0, 0, holder: 2);

        Assert.Equal((3, 0), machine.Next());
    }

    [Fact]
    public void A_holder_that_cannot_run_leaves_the_processor_to_the_next()
    {
        using var machine = new LockMachine([4, 3, 2, 1], 1);
        Wait(machine, 0, 0, holder: 2);
        Wait(machine, 1, 0, holder: 2);

        Assert.Equal((3, 3), machine.Next(held: 1 << 2));
        machine.Scheduler.Block(2);
        Assert.Equal((3, 3), machine.Next());
        machine.Scheduler.Block(3);
        Assert.Equal((Scheduler.Idle, Scheduler.Idle), machine.Next());
    }

    [Fact]
    public void Nobody_runs_in_the_place_of_a_partition_that_might_not_run_itself()
    {
        using var machine = new LockMachine([3, 2, 1], 1);
        Wait(machine, 0, 0, holder: 2);

        Assert.Equal((1, 1), machine.Next(held: 1));
    }

    [Fact]
    public void A_turn_among_equals_is_used_by_the_holder_and_passes_with_it()
    {
        using var machine = new LockMachine([2, 2, 1], 1);
        Wait(machine, 0, 0, holder: 2);

        Assert.Equal((2, 0), machine.Next());
        machine.Yield(0);
        Assert.Equal((1, 1), machine.Next());
        machine.Yield(1);
        Assert.Equal((2, 0), machine.Next());
    }

    /// <summary>Any history of partitions that block, wait for locks, hold them and are held back, against a search through lists.</summary>
    [Fact]
    public void Any_history_agrees_with_a_list_of_places() =>
        Gen.Select(Priorities, Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, Locks - 1], Gen.Int[0, 63]).Array[0, 80]).Sample(
            (priorities, events) =>
            {
                using var machine = new LockMachine(priorities, Locks);
                var model = new PlaceModel(priorities);
                foreach (var (kind, number, lockNumber, held) in events)
                {
                    var index = number % priorities.Length;
                    model.Happen(machine, kind, index, lockNumber);
                    var expected = model.Next(held);
                    Assert.Equal(expected, machine.Next((uint)held));
                    if (kind == 5 && expected.Place >= 0)
                    {
                        model.Yield(expected.Place);
                        machine.Yield(expected.Place);
                    }
                }
            },
            iter: 4_000);

    /// <summary>
    /// Partitions of different priorities compute and, some of the time, hold the one lock. The most urgent one waits for no longer than the
    /// longest section of another.
    /// </summary>
    [Fact]
    public void The_most_urgent_waits_for_one_section_whatever_the_others_do() =>
        Gen.Select(Gen.Int[3, 6], Gen.Select(Gen.Int[0, 5], Gen.Int[0, 60], Gen.Int[1, 9]).Array[1, 60]).Sample(
            (count, jobs) =>
            {
                var simulation = new LockSimulation(count, [.. jobs.Select(job => new LockJob(job.Item1 % count, job.Item2, job.Item3))]);
                simulation.Run(inherits: true);
                var longest = jobs.Max(job => job.Item3);
                Assert.True(simulation.LongestWaitOfFirst <= longest, $"It waited {simulation.LongestWaitOfFirst}, and the longest section is {longest}.");
            },
            iter: 2_000);

    [Fact]
    public void Without_inheritance_the_same_simulation_shows_inversion_without_bound()
    {
        // 2 takes the lock, 0 wants it, and 1 computes for as long as it likes.
        LockJob[] jobs = [new(2, 0, 5), new(0, 1, 1), new(1, 1, 0) { Computes = 1_000 }];
        var plain = new LockSimulation(3, jobs);
        plain.Run(inherits: false);
        Assert.True(plain.LongestWaitOfFirst >= 1_000);

        var inheriting = new LockSimulation(3, jobs);
        inheriting.Run(inherits: true);
        Assert.True(inheriting.LongestWaitOfFirst <= 5);
    }

    private static void Wait(LockMachine machine, int partition, int number, int holder)
    {
        if (!machine.Locks.IsHeldBy(holder, number))
            Assert.Equal(LockAnswer.Acquired, machine.Locks.Acquire(holder, number));
        Assert.Equal(LockAnswer.HeldByAnother, machine.Locks.Acquire(partition, number));
        machine.Locks.Wait(partition, number);
        machine.Scheduler.Block(partition);
    }

    /// <summary>The places in their order, and who would run in each.</summary>
    private sealed class PlaceModel(int[] priorities)
    {
        private readonly LockModel _locks = new(priorities, Locks);
        private readonly HashSet<int> _ready = [.. Enumerable.Range(0, priorities.Length)];
        private readonly Dictionary<int, int> _turns = [];

        public void Happen(LockMachine machine, int kind, int index, int number)
        {
            switch (kind)
            {
                case 0 when !_locks.IsWaiting(index):
                    _ready.Add(index);
                    machine.Scheduler.MakeReady(index);
                    break;
                case 1:
                    _ready.Remove(index);
                    machine.Scheduler.Block(index);
                    break;
                case 2 or 3 when _ready.Contains(index):
                    var answer = _locks.Acquire(index, number);
                    Assert.Equal(answer, machine.Locks.Acquire(index, number));
                    if (answer != LockAnswer.HeldByAnother)
                        break;
                    _locks.Wait(index, number);
                    machine.Locks.Wait(index, number);
                    _ready.Remove(index);
                    machine.Scheduler.Block(index);
                    break;
                case 4 when _ready.Contains(index) && _locks.HolderOf(number) == index:
                    var next = _locks.Release(number);
                    Assert.Equal(next, machine.Release(number));
                    if (next is not { } granted)
                        break;
                    _ready.Add(granted);
                    machine.Scheduler.MakeReady(granted);
                    break;
            }
        }

        public (int Runs, int Place) Next(int held)
        {
            var places =
                from place in Enumerable.Range(0, priorities.Length)
                where !IsHeld(place) && (_ready.Contains(place) || _locks.IsWaiting(place))
                let runs = _locks.Chain(place).DefaultIfEmpty(place).Last()
                where _ready.Contains(runs) && !IsHeld(runs)
                let turn = _turns.GetValueOrDefault(priorities[place])
                orderby priorities[place] descending, place >= turn descending, place
                select (runs, place);
            var next = places.FirstOrDefault((Scheduler.Idle, Scheduler.Idle));
            if (next.Item2 >= 0)
                _turns[priorities[next.Item2]] = next.Item2;
            return next;

            bool IsHeld(int index) => ((held >> index) & 1) != 0;
        }

        public void Yield(int place) => _turns[priorities[place]] = place + 1;
    }
}
