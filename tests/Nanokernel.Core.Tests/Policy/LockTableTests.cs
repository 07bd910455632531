using CsCheck;
using Nanokernel.Policy;

namespace Nanokernel.Core.Tests.Policy;

public sealed class LockTableTests
{
    private const int Locks = 3;

    private static readonly Gen<int[]> Priorities = Gen.Int[0, 3].Array[1, 6].Select(priorities => priorities.OrderDescending().ToArray());

    [Fact]
    public void A_lock_passes_to_the_most_urgent_who_waits_at_the_moment_of_its_release()
    {
        using var machine = new LockMachine([4, 3, 2, 1], 1);
        Assert.Equal(LockAnswer.Acquired, machine.Locks.Acquire(3, 0));
        machine.Locks.Wait(2, 0);
        machine.Locks.Wait(1, 0);

        Assert.Equal(1, machine.Release(0));

        // Nobody gets in between.
        Assert.Equal(LockAnswer.HeldByAnother, machine.Locks.Acquire(0, 0));
        Assert.Equal(2, machine.Release(0));
        Assert.Null(machine.Release(0));
    }

    [Fact]
    public void Equals_get_a_lock_in_the_order_in_which_they_came()
    {
        using var machine = new LockMachine([1, 1, 1, 1], 1);
        machine.Locks.Acquire(1, 0);
        machine.Locks.Wait(3, 0);
        machine.Locks.Wait(0, 0);
        machine.Locks.Wait(2, 0);

        Assert.Equal(3, machine.Release(0));
        machine.Locks.Wait(1, 0);
        Assert.Equal(0, machine.Release(0));
        Assert.Equal(2, machine.Release(0));
        Assert.Equal(1, machine.Release(0));
    }

    [Fact]
    public void Who_is_interrupted_while_it_waits_keeps_its_place_among_its_equals()
    {
        using var machine = new LockMachine([1, 1, 1], 1);
        machine.Locks.Acquire(0, 0);
        machine.Locks.Wait(2, 0);
        machine.Locks.Wait(1, 0);
        machine.Locks.Interrupt(2);
        Assert.Equal(0b010u, machine.Locks.Waiting);

        Assert.Equal(LockAnswer.HeldByAnother, machine.Locks.Acquire(2, 0));
        machine.Locks.Wait(2, 0);

        Assert.Equal(2, machine.Release(0));
    }

    [Fact]
    public void Who_is_waited_for_by_somebody_urgent_gets_a_lock_before_others()
    {
        using var machine = new LockMachine([4, 3, 2, 1], 2);
        machine.Locks.Acquire(3, 0);
        machine.Locks.Acquire(2, 1);
        machine.Locks.Wait(1, 0);
        machine.Locks.Wait(2, 0);
        machine.Locks.Wait(0, 1);

        Assert.Equal(2, machine.Release(0));
    }

    [Fact]
    public void What_would_close_a_ring_is_a_deadlock_however_long_it_is()
    {
        using var machine = new LockMachine([4, 3, 2, 1], 4);
        for (var index = 0; index < 4; index++)
            machine.Locks.Acquire(index, index);
        for (var index = 0; index < 3; index++)
        {
            Assert.Equal(LockAnswer.HeldByAnother, machine.Locks.Acquire(index, index + 1));
            machine.Locks.Wait(index, index + 1);
        }

        Assert.Equal(LockAnswer.Deadlock, machine.Locks.Acquire(3, 0));
        Assert.Equal(LockAnswer.Deadlock, machine.Locks.Acquire(3, 1));
        Assert.Equal(LockAnswer.AlreadyHeld, machine.Locks.Acquire(3, 3));
        machine.Locks.GiveUp(1);
        Assert.Equal(LockAnswer.HeldByAnother, machine.Locks.Acquire(3, 0));
    }

    [Fact]
    public void What_a_dead_holder_leaves_is_told_to_the_next_and_to_nobody_else()
    {
        using var machine = new LockMachine([2, 1], 1);
        machine.Locks.Acquire(1, 0);
        Assert.Null(machine.Abandon(0));

        Assert.Equal(LockAnswer.Abandoned, machine.Locks.Acquire(0, 0));
        machine.Release(0);
        Assert.Equal(LockAnswer.Acquired, machine.Locks.Acquire(0, 0));

        machine.Locks.Wait(1, 0);
        Assert.Equal(1, machine.Abandon(0));
        machine.Release(0);
        Assert.Equal(LockAnswer.Acquired, machine.Locks.Acquire(0, 0));
    }

    /// <summary>Any sequence of events, against a model that searches lists.</summary>
    [Fact]
    public void Any_history_agrees_with_a_list_of_names() =>
        Gen.Select(Priorities, Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, Locks - 1]).Array[0, 80]).Sample(
            (priorities, events) =>
            {
                using var history = new History(priorities);
                foreach (var (kind, partition, number) in events)
                {
                    history.Happen((Event)kind, partition % priorities.Length, number);
                    history.AssertAlike();
                }
            },
            iter: 4_000);

    /// <summary>From every state that three partitions, two of them equals, can reach with two locks, every event.</summary>
    [Fact]
    public void All_states_of_a_small_system_agree_with_a_list_of_names()
    {
        (Event Kind, int Partition, int Number)[] events =
        [
            .. from kind in Enum.GetValues<Event>()
               from partition in Enumerable.Range(0, 3)
               from number in Enumerable.Range(0, 2)
               where number == 0 || kind is Event.Acquire or Event.Release
               select (kind, partition, number),
        ];
        var known = new HashSet<string>();
        var open = new Queue<(Event Kind, int Partition, int Number)[]>([[]]);
        while (open.TryDequeue(out var past))
        {
            foreach (var next in events)
            {
                using var history = new History([2, 2, 1]);
                foreach (var (kind, partition, number) in past)
                    history.Happen(kind, partition, number);
                history.Happen(next.Kind, next.Partition, next.Number);
                history.AssertAlike();
                if (known.Add(history.State))
                    open.Enqueue([.. past, next]);
            }
        }

        Assert.True(known.Count > 100, $"Only {known.Count} states.");
    }

    private enum Event
    {
        Acquire,
        Release,
        GiveUp,
        Interrupt,
        End,
        Ask,
    }

    /// <summary>The policy and the model side by side.</summary>
    private sealed class History(int[] priorities) : IDisposable
    {
        private readonly LockMachine _machine = new(priorities, Locks);
        private readonly LockModel _model = new(priorities, Locks);

        public string State => _model.ToString();

        public void Dispose() => _machine.Dispose();

        public void Happen(Event kind, int partition, int number)
        {
            switch (kind)
            {
                case Event.Acquire or Event.Ask when !_model.IsWaiting(partition):
                    Acquire(partition, number, waits: kind == Event.Acquire);
                    break;
                case Event.Release when !_model.IsWaiting(partition) && _model.HolderOf(number) == partition:
                    Assert.Equal(_model.Release(number), _machine.Release(number));
                    break;
                case Event.GiveUp or Event.End:
                    _model.GiveUp(partition);
                    _machine.Locks.GiveUp(partition);
                    for (var held = 0; kind == Event.End && held < Locks; held++)
                        AbandonIfHeld(partition, held);
                    break;
                case Event.Interrupt when _model.IsWaiting(partition):
                    _model.Interrupt(partition);
                    _machine.Locks.Interrupt(partition);
                    break;
            }
        }

        public void AssertAlike()
        {
            for (var number = 0; number < Locks; number++)
                Assert.Equal(_model.HolderOf(number), _machine.HolderOf(number));
            Assert.Equal(_model.Waits.Aggregate(0u, (mask, wait) => mask | (1u << wait.Partition)), _machine.Locks.Waiting);
            for (var partition = 0; partition < priorities.Length; partition++)
            {
                var met = 0u;
                Assert.Equal(_model.Chain(partition).DefaultIfEmpty(partition).Last(), _machine.Locks.Follow(partition, ref met));
            }
        }

        private void Acquire(int partition, int number, bool waits)
        {
            var answer = _model.Acquire(partition, number);
            Assert.Equal(answer, _machine.Locks.Acquire(partition, number));
            if (answer != LockAnswer.HeldByAnother || !waits)
                return;
            _model.Wait(partition, number);
            _machine.Locks.Wait(partition, number);
        }

        private void AbandonIfHeld(int partition, int number)
        {
            if (_model.HolderOf(number) == partition)
                Assert.Equal(_model.Abandon(number), _machine.Abandon(number));
        }
    }
}
