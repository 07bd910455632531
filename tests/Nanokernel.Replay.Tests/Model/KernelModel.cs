using System;
using System.Collections.Generic;
using System.Linq;
using Nanokernel.Abi;
using Nanokernel.Core.Tests.Policy;
using Nanokernel.Kernel.Simulation;
using Nanokernel.Policy;

namespace Nanokernel.Replay.Tests;

/// <summary>
/// What the kernel ought to do, said as simply as it can be: lists are searched, sums are kept, nothing is clever. It looks at the world
/// at each event, as the kernel does, and between two of them time is charged to who runs.
/// </summary>
internal sealed class KernelModel
{
    private readonly Setup _setup;
    private readonly ulong _start;
    private readonly List<ModelPartition> _partitions;
    private readonly bool[] _masked = new bool[16];
    private readonly bool[] _kept = new bool[16];
    private readonly bool[] _asserted = new bool[16];
    private readonly Dictionary<uint, int> _turns = [];
    private readonly LockModel _locks;
    private readonly ulong _scale;
    private readonly ulong _wakeLead;
    private ulong _now;
    private int _place = -1;

    /// <summary>Begins with everybody ready and all lines masked.</summary>
    /// <param name="setup">The system.</param>
    /// <param name="start">The time from which on shares count.</param>
    /// <param name="entered">The time at which the first partition is entered.</param>
    /// <param name="scale">Counts of the clock in a microsecond.</param>
    /// <param name="wakeLead">How many counts before its time who waits is woken, to be there in time.</param>
    public KernelModel(Setup setup, ulong start, ulong entered, ulong scale, ulong wakeLead)
    {
        (_setup, _start, _now, _scale, _wakeLead) = (setup, start, entered, scale, wakeLead);
        _partitions =
        [
            .. Enumerable.Range(0, (int)Setup.Partitions).Select(index => new ModelPartition
            {
                Index = index,
                Priority = setup.Priorities[index],
                Remaining = (long)(setup.Budgets[index] * scale),
                Refill = start + (setup.Periods[index] * scale),
                SliceLeft = (long)(setup.Slice * scale),
            }),
        ];
        _locks = new LockModel([.. setup.Priorities.Select(priority => (int)priority)], (int)setup.Locks.Max(shared => shared.DefaultIfEmpty().Max()) + 1);
        Array.Fill(_masked, true);
        Choose();
    }

    /// <summary>Lets every owner attach its lines.</summary>
    public void AttachLines() => Array.Fill(_masked, false);

    /// <summary>Who runs.</summary>
    public int Running { get; private set; }

    /// <summary>What was delivered at the latest event.</summary>
    public List<ulong> Upcalls { get; } = [];

    /// <summary>What the latest hypercall of a partition returned.</summary>
    public int Result(int partition) => _partitions[partition].Result;

    /// <summary>The first moment from now on at which something is to change if nothing happens.</summary>
    public ulong NextMoment()
    {
        var moments = _partitions.Select(p => p.WaitsUntil).Concat(_partitions.Select(p => p.Timer)).OfType<ulong>().ToList();
        moments.AddRange(_partitions.Where(p => HasPlace(p) && IsHeld(p)).Select(p => p.Refill));
        if (_setup.HasWindows)
            moments.Add(WindowAt(_now).End);
        if (Running >= 0)
        {
            var running = _partitions[Running];
            if (HasBudget(running))
                moments.AddRange([running.Refill, _now + (ulong)running.Remaining]);
            if (_setup.Slice != 0 && _partitions.Any(p => p.Index != _place && p.Priority == _partitions[_place].Priority && RunsIn(p) is not null))
                moments.Add(_now + (ulong)running.SliceLeft);
        }

        return Math.Max(_now, moments.DefaultIfEmpty(ulong.MaxValue).Min());
    }

    /// <summary>Something happens.</summary>
    /// <param name="happened">What.</param>
    /// <param name="looks">Whether the kernel is entered, and so looks at the clock and at who is to run.</param>
    /// <param name="charged">Until when time is charged: when the kernel looked at the clock for that. At the event itself unless stated otherwise.</param>
    public void Apply(in KernelEvent happened, bool looks = true, ulong? charged = null)
    {
        Upcalls.Clear();
        if (happened.Kind == EventKind.Pass)
        {
            Charge(happened.Time);
            return;
        }

        if (happened.Kind == EventKind.Flag)
        {
            _partitions[Running].Flag = happened.Number != 0;
            Charge(happened.Time);
            DeliverPending();
            return;
        }

        Happen(happened);
        Charge(charged ?? happened.Time);
        if (looks)
            Choose();
        DeliverPending();

        // A level-triggered line that was unmasked too early asks again at once.
        if (happened.Kind == EventKind.Unmask && happened.Number < 16 && RaiseIfAsserted((int)happened.Number))
        {
            Choose();
            DeliverPending();
        }
    }

    private void Happen(in KernelEvent happened)
    {
        var now = happened.Time;
        var number = (int)happened.Number;
        var caller = Running < 0 ? null : _partitions[Running];
        switch (happened.Kind)
        {
            case EventKind.Timer:
                foreach (var partition in _partitions)
                    Expire(partition, now);
                break;
            case EventKind.Line when (_setup.LevelLines & (1u << number)) != 0:
                _asserted[number] = true;
                RaiseIfAsserted(number);
                break;
            case EventKind.Line when _masked[number]:
                _kept[number] = true;
                break;
            case EventKind.Line:
                Raise(number);
                break;
            case EventKind.Yield:
                Return(0);
                PassTurn(_partitions[_place]);
                break;
            case EventKind.Wait:
                Wait(caller!, happened.Deadline, now);
                break;
            case EventKind.SetTimer:
                Return(0);
                caller!.Timer = happened.Deadline == ulong.MaxValue ? null : happened.Deadline;
                break;
            case EventKind.Notify when number < _setup.Peers[Running].Length + _setup.Locks[Running].Length:
                Return(0);
                WakeAll(_setup.Peers[Running].ElementAtOrDefault(number));
                break;
            case EventKind.Notify:
                Return(HypercallStatus.InvalidArgument);
                break;
            case EventKind.Unmask or EventKind.Mask:
                Mask(happened);
                break;
            case EventKind.AcquireLock:
                AcquireLock(caller!, number, happened.Deadline, now);
                break;
            case EventKind.ReleaseLock:
                Return(ReleaseLock(Running, number));
                break;
            case EventKind.Exit:
                caller!.HasEnded = true;
                (caller.IsReady, caller.WaitsUntil, caller.Timer) = (false, null, null);
                WakeAll(_setup.Peers[Running].Aggregate(0u, (all, peers) => all | peers));
                foreach (var held in _setup.Locks[Running].Order().Where(held => _locks.HolderOf((int)held) == Running))
                    Grant(_locks.Abandon((int)held), LockOutcome.Abandoned);
                break;
            default:
                Return(HypercallStatus.UnknownHypercall);
                break;
        }

        void Return(int result) => caller!.Result = result;
    }

    private void WakeAll(uint partitions)
    {
        for (var index = 0; index < _partitions.Count; index++)
        {
            if (((partitions >> index) & 1) != 0)
                Wake(_partitions[index]);
        }
    }

    private void Mask(in KernelEvent happened)
    {
        var line = happened.Number;
        if (happened.Serves)
            _asserted[line] = false;
        if (line >= 16 || _setup.Owners[line] != Running)
        {
            _partitions[Running].Result = HypercallStatus.NotPermitted;
            return;
        }

        _partitions[Running].Result = 0;
        _masked[line] = happened.Kind == EventKind.Mask;
        if (_masked[line] || !_kept[line])
            return;
        _kept[line] = false;
        Raise((int)line);
    }

    private void Wait(ModelPartition caller, ulong deadline, ulong now)
    {
        caller.Result = 0;
        if (caller.WasWoken)
            caller.WasWoken = false;
        else if (deadline != ulong.MaxValue && deadline <= now + _wakeLead)
            caller.Result = 1;
        else
            (caller.IsReady, caller.WaitsUntil, caller.IsWaiting) = (false, deadline == ulong.MaxValue ? null : deadline - _wakeLead, true);
    }

    private int? LockAt(int partition, int end) =>
        _setup.Locks[partition].Skip(end - _setup.Peers[partition].Length).Select(shared => (int?)shared).FirstOrDefault();

    private void AcquireLock(ModelPartition caller, int end, ulong deadline, ulong now)
    {
        if (end < _setup.Peers[Running].Length || LockAt(Running, end) is not { } number)
        {
            caller.Result = HypercallStatus.InvalidArgument;
            return;
        }

        int? result = _locks.Acquire(Running, number) switch
        {
            LockAnswer.Acquired => LockOutcome.Acquired,
            LockAnswer.Abandoned => LockOutcome.Abandoned,
            LockAnswer.AlreadyHeld => HypercallStatus.NotPermitted,
            _ when deadline <= now => LockOutcome.TimedOut,
            LockAnswer.Deadlock => HypercallStatus.Deadlock,
            _ => null,
        };
        if (result is { } known)
        {
            caller.Result = known;
            return;
        }

        _locks.Wait(Running, number);
        (caller.IsReady, caller.WaitsUntil) = (false, deadline == ulong.MaxValue ? null : deadline);
    }

    private int ReleaseLock(int partition, int end)
    {
        if (end < _setup.Peers[partition].Length || LockAt(partition, end) is not { } number)
            return HypercallStatus.InvalidArgument;
        if (_locks.HolderOf(number) != partition)
            return HypercallStatus.NotPermitted;
        Grant(_locks.Release(number), LockOutcome.Acquired);
        return 0;
    }

    private void Grant(int? next, int result)
    {
        if (next is { } index)
            (_partitions[index].Result, _partitions[index].IsReady, _partitions[index].WaitsUntil) = (result, true, null);
    }

    private void Expire(ModelPartition partition, ulong now)
    {
        if (partition.WaitsUntil <= now)
        {
            partition.Result = 1;
            if (!_locks.IsWaiting(partition.Index))
                Wake(partition);
            else
                (partition.IsReady, partition.WaitsUntil) = (true, null);
            _locks.GiveUp(partition.Index);
        }

        if (partition.Timer <= now)
        {
            partition.Timer = null;
            partition.Pending |= 1u << VirtualInterrupt.Timer;
            Wake(partition);
        }
    }

    private bool RaiseIfAsserted(int line)
    {
        if (!_asserted[line] || _masked[line])
            return false;
        _masked[line] = true;
        Raise(line);
        return true;
    }

    private void Raise(int line)
    {
        var owner = _partitions[_setup.Owners[line]];
        if (owner.HasEnded)
            return;
        owner.Pending |= 1u << line;
        Wake(owner);
    }

    private void Wake(ModelPartition partition)
    {
        // An upcall comes through; what is only to be noticed waits until the lock has come.
        if (_locks.IsWaiting(partition.Index) && partition is { Flag: true, Pending: not 0 })
        {
            _locks.Interrupt(partition.Index);
            (partition.IsReady, partition.WaitsUntil) = (true, null);
        }

        if (!partition.IsWaiting)
        {
            partition.WasWoken = true;
            return;
        }

        (partition.IsWaiting, partition.WaitsUntil, partition.IsReady) = (false, null, true);
    }

    private void Charge(ulong now)
    {
        var elapsed = (long)(now - _now);
        _now = now;
        if (Running < 0)
            return;
        _partitions[Running].Remaining -= elapsed;
        _partitions[Running].SliceLeft -= elapsed;
    }

    private void Choose()
    {
        if (_setup.Slice != 0 && Running >= 0 && _partitions[Running].SliceLeft <= 0)
        {
            _partitions[Running].SliceLeft = (long)(_setup.Slice * _scale);
            PassTurn(_partitions[_place]);
        }

        foreach (var partition in _partitions.Where(p => HasBudget(p) && p.Refill <= _now))
        {
            while (partition.Refill <= _now)
                partition.Refill += _setup.Periods[partition.Index] * _scale;
            partition.Remaining = Math.Min(0, partition.Remaining) + (long)(_setup.Budgets[partition.Index] * _scale);
        }

        var first = _partitions.Where(p => RunsIn(p) is not null).OrderByDescending(p => p.Priority).FirstOrDefault();
        if (first is null)
        {
            Running = -1;
            return;
        }

        var equals = _partitions.Where(p => p.Priority == first.Priority && RunsIn(p) is not null).ToList();
        var turn = _turns.GetValueOrDefault(first.Priority);
        var place = equals.FirstOrDefault(p => p.Index >= turn) ?? equals[0];
        _place = place.Index;
        Running = RunsIn(place)!.Index;
        _turns[first.Priority] = _place;
    }

    // Whoever waits for a lock has its place used by the last of those for whom it waits.
    private ModelPartition? RunsIn(ModelPartition place)
    {
        if (!HasPlace(place) || !IsLetRun(place))
            return null;
        var runs = _partitions[_locks.Chain(place.Index).DefaultIfEmpty(place.Index).Last()];
        return runs.IsReady && IsLetRun(runs) ? runs : null;
    }

    private bool HasPlace(ModelPartition partition) => partition.IsReady || _locks.IsWaiting(partition.Index);

    private void PassTurn(ModelPartition partition) => _turns[partition.Priority] = partition.Index + 1;

    private void DeliverPending()
    {
        if (Running < 0 || !_partitions[Running].Flag || _partitions[Running].Pending == 0)
            return;
        Upcalls.Add(((ulong)(uint)Running << 32) | _partitions[Running].Pending);
        _partitions[Running].Pending = 0;
    }

    private bool HasBudget(ModelPartition partition) => _setup.Periods[partition.Index] != 0;

    private bool IsHeld(ModelPartition partition) => HasBudget(partition) && partition.Remaining <= 0;

    private bool IsLetRun(ModelPartition partition) =>
        !IsHeld(partition) && (!_setup.HasWindows || (WindowAt(_now).Partitions & (1u << partition.Index)) != 0);

    // The frames follow each other from the start on.
    private (uint Partitions, ulong End) WindowAt(ulong time)
    {
        var frame = (ulong)_setup.WindowLengths.Sum(length => length) * _scale;
        var end = time - ((time - _start) % frame);
        foreach (var (length, partitions) in _setup.WindowLengths.Zip(_setup.WindowPartitions))
        {
            end += length * _scale;
            if (time < end)
                return (partitions, end);
        }

        throw new InvalidOperationException("A time is in one of the frame's windows.");
    }
}
