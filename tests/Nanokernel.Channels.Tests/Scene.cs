using System;
using System.Collections.Generic;
using System.Linq;

namespace Nanokernel.Channels.Tests;

/// <summary>What participants do with channels, and what has to be true when they have done it.</summary>
internal sealed class Scene
{
    private readonly List<(Action Body, int StopsBefore)> _bodies = [];
    private readonly List<Action> _openings = [];
    private readonly List<Action> _checks = [];
    private int _regions;

    /// <summary>Adds a participant: the next index is its.</summary>
    internal void Do(Action body) => _bodies.Add((body, 0));

    /// <summary>Adds a participant that stops before one of its operations, counted from 1.</summary>
    internal void DoUntil(int operation, Action body) => _bodies.Add((body, operation));

    /// <summary>Adds what is checked when all participants are over.</summary>
    internal void Check(Action check) => _checks.Add(check);

    internal TestQueue<T> AddQueue<T>(int capacity, uint policy, int[] senders, int[] receivers)
        where T : unmanaged => Add(new TestQueue<T>(_regions, capacity, policy, senders, receivers));

    internal TestRecordQueue AddRecordQueue(int size, uint policy, int[] senders, int[] receivers) =>
        Add(new TestRecordQueue(_regions, size, policy, senders, receivers));

    internal ITestQueue<Message> AddQueue(QueueKind kind, int capacity, uint policy, int[] senders, int[] receivers) => kind == QueueKind.Records
        ? AddRecordQueue(TestRecordQueue.SizeFor(capacity), policy, senders, receivers)
        : AddQueue<Message>(capacity, policy, senders, receivers);

    internal TestCall AddCall(int[] clients, int server) => Add(new TestCall(_regions, clients, server));

    internal TestEvent AddEvent(uint mode, int[] posters, int[] waiters)
    {
        var result = new TestEvent(_regions++, mode, posters, waiters);
        _openings.Add(result.Open);
        return result;
    }

    internal void Run(ISchedule schedule)
    {
        Participants.Prepare(_bodies);
        SharedMemory.CloseAll();
        foreach (var open in _openings)
            open();
        try
        {
            Participants.Run(schedule);
            foreach (var check in _checks)
                check();
        }
#pragma warning disable CA1031 // Any failure is one of this schedule.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            throw new InterleavingException($"{exception.Message}\nThe participants ran, each for so many operations: {Participants.DescribeRun()}", exception);
        }
    }

    /// <summary>Runs a scene, made anew each time, under all schedules with so many preemptions.</summary>
    internal static void Explore(int preemptions, Action<Scene> compose) =>
        BoundedPreemptions.Explore(preemptions, schedule => Compose(compose).Run(schedule));

    internal static Scene Compose(Action<Scene> compose)
    {
        var scene = new Scene();
        compose(scene);
        return scene;
    }

    internal static uint Mask(IEnumerable<int> participants) => participants.Aggregate(0u, (mask, index) => mask | (1u << index));

    private T Add<T>(T pairs)
        where T : TestPairs
    {
        _regions += pairs.RegionCount;
        _openings.Add(pairs.Open);
        return pairs;
    }
}
