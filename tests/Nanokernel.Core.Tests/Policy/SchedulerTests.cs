using CsCheck;
using Nanokernel.Policy;

namespace Nanokernel.Core.Tests.Policy;

public sealed unsafe class SchedulerTests
{
    private static readonly Gen<int[]> Priorities = Gen.Int[0, 3].Array[1, 16];

    [Fact]
    public void Nothing_ready_means_idle()
    {
        var scheduler = new Scheduler();

        Assert.Equal(Scheduler.Idle, scheduler.Next());

        scheduler.MakeReady(3);
        scheduler.Block(3);

        Assert.Equal(Scheduler.Idle, scheduler.Next());
        Assert.False(scheduler.IsReady(3));
    }

    [Fact]
    public void The_most_urgent_ready_partition_runs() =>
        Gen.Bool.Array[1, Scheduler.PartitionMaximum].Sample(ready =>
        {
            var scheduler = new Scheduler();
            for (var index = 0; index < ready.Length; index++)
            {
                if (ready[index])
                    scheduler.MakeReady(index);
            }

            Assert.Equal(Array.IndexOf(ready, true), scheduler.Next());
            Assert.All(Enumerable.Range(0, ready.Length), index => Assert.Equal(ready[index], scheduler.IsReady(index)));
        });

    [Fact]
    public void Equal_partitions_take_turns_by_yielding()
    {
        var machine = new Machine([1, 1, 1]);
        machine.MakeAllReady();

        Assert.Equal([0, 1, 2, 0, 1], Enumerable.Range(0, 5).Select(_ => machine.RunAndYield()));
    }

    [Fact]
    public void A_partition_that_becomes_ready_does_not_take_its_equals_turn()
    {
        var machine = new Machine([1, 1]);
        machine.Scheduler.MakeReady(1);
        Assert.Equal(1, machine.Next());

        machine.Scheduler.MakeReady(0);

        Assert.Equal(1, machine.Next());
        machine.Scheduler.Block(1);
        Assert.Equal(0, machine.Next());
    }

    [Fact]
    public void A_preempted_partition_goes_on_before_its_equals()
    {
        var machine = new Machine([2, 1, 1]);
        machine.Scheduler.MakeReady(1);
        machine.Scheduler.MakeReady(2);
        machine.RunAndYield();
        Assert.Equal(2, machine.Next());

        machine.Scheduler.MakeReady(0);
        Assert.Equal(0, machine.Next());
        machine.Scheduler.Block(0);

        Assert.Equal(2, machine.Next());
    }

    /// <summary>Any sequence of events, against a model that searches lists: priorities first, then the place behind the last turn.</summary>
    [Fact]
    public void Any_history_agrees_with_a_list_of_names() =>
        Gen.Select(Priorities, Gen.Select(Gen.Int[0, 3], Gen.Int[0, 15]).Array[0, 60]).Sample((priorities, events) =>
        {
            Array.Sort(priorities, (a, b) => b - a);
            var machine = new Machine(priorities);
            var model = new Model(priorities);
            foreach (var (kind, number) in events)
            {
                var index = number % priorities.Length;
                switch (kind)
                {
                    case 0:
                        machine.Scheduler.MakeReady(index);
                        model.Ready.Add(index);
                        break;
                    case 1:
                        machine.Scheduler.Block(index);
                        model.Ready.Remove(index);
                        break;
                    case 2:
                        Assert.Equal(model.RunAndYield(), machine.RunAndYield());
                        break;
                    default:
                        Assert.Equal(model.Next(), machine.Next());
                        break;
                }
            }
        }, iter: 5_000);

    private sealed class Machine
    {
        private readonly uint[] _equals;
        private readonly uint[] _turns;

        public Machine(int[] priorities)
        {
            _equals = [.. priorities.Select(p => priorities.Index().Where(q => q.Item == p).Aggregate(0u, (mask, q) => mask | (1u << q.Index)))];
            _turns = new uint[priorities.Length];
        }

        public Scheduler Scheduler;

        public void MakeAllReady()
        {
            for (var index = 0; index < _turns.Length; index++)
                Scheduler.MakeReady(index);
        }

        public int Next()
        {
            fixed (uint* equals = _equals, turns = _turns)
                return Scheduler.Next(equals, turns);
        }

        public int RunAndYield()
        {
            var index = Next();
            fixed (uint* equals = _equals, turns = _turns)
            {
                if (index != Scheduler.Idle)
                    Scheduler.Yield(index, equals, turns);
            }

            return index;
        }
    }

    private sealed class Model(int[] priorities)
    {
        private readonly Dictionary<int, int> _turns = [];

        public HashSet<int> Ready { get; } = [];

        public int Next()
        {
            if (Ready.Count == 0)
                return Scheduler.Idle;
            var priority = Ready.Max(index => priorities[index]);
            var equals = Ready.Where(index => priorities[index] == priority).Order().ToList();
            var turn = _turns.GetValueOrDefault(priority);
            return _turns[priority] = equals.Where(index => index >= turn).Append(equals[0]).First();
        }

        public int RunAndYield()
        {
            var index = Next();
            if (index != Scheduler.Idle)
                _turns[priorities[index]] = index + 1;
            return index;
        }
    }
}
