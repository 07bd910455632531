using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Nanokernel.Abi;
using Nanokernel.Kernel;
using Nanokernel.Kernel.Simulation;
using Xunit;

namespace Nanokernel.Replay.Tests;

/// <summary>
/// Random systems and random events: the kernel's own dispatcher, shares, timers, interrupts and hypercalls, compiled for the host, against
/// a model that is simple enough to be seen to be right.
/// </summary>
[Collection("The kernel's static fields")]
public class SequenceTests
{
    private const int SequenceCount = 5_000;

    private static readonly Gen<uint[]> AnyWords = Gen.UInt[0, uint.MaxValue].Array[50, Decisions.WordCount];

    [Fact]
    public void Whatever_happens_the_kernel_decides_as_the_model_does() =>
        AnyWords.Sample(words => CompareWithModel(new Sequence(new Words(words))), iter: SequenceCount, threads: 1);

    [Fact]
    public void The_sequences_that_are_replayed_in_images_agree_with_the_model_too()
    {
        foreach (var seed in Enumerable.Range(1, PolicyImageTests.SeedCount))
            CompareWithModel(new Sequence(Words.Of((uint)seed, Decisions.WordCount)));
    }

    [Fact]
    public void The_sequences_come_to_everything_that_a_lock_can_answer()
    {
        var answers = new SortedSet<int>();
        var interrupted = 0;
        var inherited = 0;
        foreach (var seed in Enumerable.Range(1, PolicyImageTests.SeedCount))
        {
            var sequence = new Sequence(Words.Of((uint)seed, Decisions.WordCount));
            sequence.Start();
            while (!sequence.IsOver)
            {
                var caller = SimulatedKernel.Running;
                interrupted += SimulatedKernel.AsksAgain ? 1 : 0;
                var happened = sequence.Next();
                SimulatedKernel.Apply(happened);
                if (happened.Kind == EventKind.AcquireLock && ((Locks.Waiting >> caller) & 1) == 0)
                    answers.Add(SimulatedKernel.Result(caller));
                if (sequence.Setup.HasLocks && SimulatedKernel.Running > System.Numerics.BitOperations.TrailingZeroCount(Locks.Waiting))
                    inherited++;
            }
        }

        Assert.Equal([HypercallStatus.Deadlock, HypercallStatus.InvalidArgument, HypercallStatus.NotPermitted, 0, 1, 2], answers);
        Assert.True(interrupted > 100 && inherited > 10_000, $"{interrupted} waits were interrupted, and {inherited} times the processor was inherited.");
    }

    [Fact]
    public void The_kernels_static_fields_do_not_move()
    {
        var before = AddressOfFirstPartition();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        Assert.Equal(before, AddressOfFirstPartition());
    }

    private static unsafe nint AddressOfFirstPartition() => (nint)Partitions.At(0);

    private static void CompareWithModel(Sequence sequence)
    {
        sequence.Start();
        var model = new KernelModel(sequence.Setup, SimulatedKernel.Started, Processor.Now, scale: 1, Nanokernel.Kernel.Clock.WakeLead);
        model.AttachLines();
        Assert.Equal(model.Running, SimulatedKernel.Running);
        for (var number = 0; !sequence.IsOver; number++)
        {
            // The one shot comes no later than anything that is to happen; earlier only where it cannot be so long, or was for what is over.
            Assert.True(EventTimer.Due <= model.NextMoment(), $"Before event {number} the shot is at {EventTimer.Due} and the next moment at {model.NextMoment()}.");
            var happened = sequence.Next();
            SimulatedKernel.Apply(happened);
            model.Apply(happened, SimulatedKernel.WasEntered);
            Assert.True(
                model.Running == SimulatedKernel.Running && model.Upcalls.SequenceEqual(SimulatedKernel.Upcalls)
                && Enumerable.Range(0, (int)Setup.Partitions).All(partition => model.Result(partition) == SimulatedKernel.Result(partition)),
                $"Event {number}, {happened}: {Describe(model.Running, model.Upcalls)} by the model, {Describe(SimulatedKernel.Running, SimulatedKernel.Upcalls)} by the kernel.");
        }
    }

    private static string Describe(int running, System.Collections.Generic.IEnumerable<ulong> upcalls) =>
        $"partition {running} runs, delivered: {string.Join(' ', upcalls.Select(upcall => $"{upcall >> 32}:{(uint)upcall:X}"))}";
}
