using System;
using System.Collections.Generic;
using System.Linq;
using Nanokernel.Kernel.Simulation;
using Nanokernel.Model;
using Nanokernel.Testing;
using Nanokernel.X86.Building;

namespace Nanokernel.Replay.Tests;

/// <summary>
/// A random system of four partitions, each with a random table of what it does. A network card on each interrupt line is in the hands of
/// the partition before the line's owner, so that lines interrupt whoever runs.
/// </summary>
internal sealed class ReplayedSystem
{
    private const int FirstPort = 0x1000;
    private const int Ports = 0x20;
    private const int OperationCount = 200;

    private static readonly int[] Lines = [5, 7, 10, 15];
    private const int LevelLine = 10;

    public ReplayedSystem(uint seed, InterruptControllerKind controller)
    {
        var words = Words.Of(seed, 10_000);
        var source = new SourceSystem($"replay-{seed}-{controller}".ToLowerInvariant());
        var priority = 100;
        var hasLocks = words.Next(2) != 0;
        for (var i = 0; i < Setup.Partitions; i++)
        {
            priority -= (int)words.Next(2);
            var (own, controlled) = (Lines[i], Lines[(i + 1) % Lines.Length]);
            Func<PartitionBuilder, PartitionBuilder> configure = WithPriority(priority, own, controlled);
            if (words.Next(2) != 0)
            {
                var period = 200 + (int)words.Next(600);
                configure = Then(configure, builder => builder.WithBudget(Microseconds(20 + (period / 6)), Microseconds(period)));
            }

            source.Partition($"p{i}", Player.Source(i, own, controlled, own == LevelLine, hasLocks, Operations(words, hasLocks)), configure);
            source.Queue($"ring{i}", 1, $"p{i}", $"p{(i + 1) % Setup.Partitions}");
        }

        for (var i = 0; hasLocks && i < Player.Locks; i++)
            source.With(AddLock($"lock{i}"));
        source.With(system => system.UsesInterruptController(controller));
        if (words.Next(2) != 0)
        {
            var slice = 100 + (int)words.Next(100);
            source.With(system => system.WithTimeSlice(Microseconds(slice)));
        }

        if (words.Next(3) == 0)
        {
            source.With((system, partitions) => system.WithCyclicSchedule(Microseconds(1000))
                .Window(partitions["p0"], Microseconds(0), Microseconds(170))
                .Window(partitions["p2"], Microseconds(430), Microseconds(210)));
        }

        Source = source;
    }

    /// <summary>The devices of its machine.</summary>
    public static IReadOnlyList<string> Devices { get; } = [.. Lines.Select(line => $"ne2k_isa,iobase=0x{FirstPort + (line * Ports):x},irq={line}")];

    public SourceSystem Source { get; }

    /// <summary>What the simulated kernel has to know of an image.</summary>
    public static Setup SetupOf(CheckedSystem system)
    {
        var setup = new Setup
        {
            UsesApic = system.InterruptController == InterruptControllerKind.Apic,
            LevelLines = 1u << LevelLine,
            Slice = Whole(system.TimeSlice ?? TimeSpan.Zero),
            HasWindows = !system.Windows.IsEmpty,
            Owners = [.. Enumerable.Range(0, 16).Select(line => system.OwnerOfLine(line)?.Index ?? -1)],
        };
        foreach (var partition in system.Partitions)
        {
            setup.Priorities[partition.Index] = partition.Priority.Value;
            setup.Budgets[partition.Index] = Whole(partition.Budget?.Amount ?? TimeSpan.Zero);
            setup.Periods[partition.Index] = Whole(partition.Budget?.Period ?? TimeSpan.Zero);
            setup.Peers[partition.Index] = [.. partition.Ends.Where(end => end.Role != ChannelRole.LockUser).Select(end => end.Peers)];
            setup.Locks[partition.Index] =
                [.. partition.Ends.Where(end => end.Role == ChannelRole.LockUser).Select(end => (uint)system.Locks.ToList().FindIndex(shared => shared == end.Channel))];
        }

        for (var i = 0; i < system.Windows.Length; i++)
        {
            setup.WindowLengths[i] = Whole(system.Windows[i].Length);
            setup.WindowPartitions[i] = system.Windows[i].Partitions.Aggregate(0u, (mask, index) => mask | (1u << index));
        }

        return setup;
    }

    private static Func<PartitionBuilder, PartitionBuilder> WithPriority(int priority, int own, int controlled) => builder => builder
        .WithPriority(new Priority((byte)priority))
        .OwnsInterrupt(own, own == LevelLine ? InterruptTrigger.Level : InterruptTrigger.Edge)
        .OwnsPorts(FirstPort + (controlled * Ports), FirstPort + (controlled * Ports) + Ports - 1);

    private static Func<PartitionBuilder, PartitionBuilder> Then(Func<PartitionBuilder, PartitionBuilder> first, Func<PartitionBuilder, PartitionBuilder> second) =>
        builder => second(first(builder));

    private static Action<SystemBuilder, IReadOnlyDictionary<string, PartitionBuilder>> AddLock(string name) => (system, partitions) =>
    {
        var shared = system.AddLock(name);
        foreach (var partition in partitions.Values)
            shared.SharedBy(partition);
    };

    private static IEnumerable<(Operation, uint)> Operations(Words words, bool hasLocks)
    {
        for (var i = 0; i < OperationCount; i++)
        {
            yield return words.Next(hasLocks ? 22u : 16u) switch
            {
                < 5 => (Operation.Compute, 1 + words.Next(120)),
                5 => (Operation.Yield, 0u),
                < 9 => (Operation.Wait, words.Next(200)),
                < 11 => (Operation.StartTimer, words.Next(200)),
                11 => (Operation.StopTimer, 0u),
                < 14 => (Operation.Notify, words.Next(3)),
                >= 19 => (Operation.AcquireLock, words.Next(100)),
                >= 16 => (Operation.ReleaseLock, words.Next(100)),
                14 => words.Next(2) == 0 ? (Operation.Mask, 0u) : (Operation.Unmask, 0u),
                _ => (Operation.Raise, 0u),
            };
        }
    }

    private static TimeSpan Microseconds(int count) => TimeSpan.FromMicroseconds(count);

    private static uint Whole(TimeSpan time) => (uint)time.TotalMicroseconds;
}
