using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Nanokernel.Channels.Tests;

/// <summary>
/// Runs participants as one processor does: one at a time, and who goes on is decided by a schedule before each operation on shared memory
/// and each hypercall. Waiting and notifying are the kernel's: see <see cref="Abi.Hypercall.Wait"/>.
/// </summary>
internal static class Participants
{
    private const int Maximum = 8;
    private const int OperationMaximum = 100_000;

    private static readonly Participant[] All = [.. Enumerable.Range(0, Maximum).Select(index => new Participant(index))];
    private static readonly SemaphoreSlim Done = new(0);
    private static readonly List<(int Participant, int Operations)> Trace = [];

    private static ISchedule? s_schedule;
    private static int s_count;
    private static int s_running;
    private static int s_operations;
    private static Exception? s_failure;
    private static bool s_isAborting;

    internal static ulong Time { get; private set; }

    internal static Participant Running => All[s_running];

    /// <summary>Prepares a run.</summary>
    internal static void Prepare(IReadOnlyList<(Action Body, int StopsBefore)> bodies)
    {
        s_count = bodies.Count;
        s_operations = 0;
        s_failure = null;
        s_isAborting = false;
        Time = 0;
        Trace.Clear();
        for (var i = 0; i < s_count; i++)
            All[i].Prepare(bodies[i].Body, bodies[i].StopsBefore);
    }

    internal static Participant At(int index) => All[index];

    /// <summary>Runs all to their end.</summary>
    /// <exception cref="InterleavingException">One failed, or all wait.</exception>
    internal static void Run(ISchedule schedule)
    {
        s_schedule = schedule;
        s_running = schedule.Next(Ready(), -1);
        Trace.Add((s_running, 0));
        Running.Resume();
        Done.Wait();
        s_schedule = null;
        if (s_failure is not null)
            throw new InterleavingException(s_failure.Message, s_failure);
    }

    /// <summary>Who ran, each for how many operations.</summary>
    internal static string DescribeRun() => string.Join(' ', Trace.TakeLast(300).Select(turn => $"{turn.Participant}:{turn.Operations}"));

    /// <summary>An operation comes: others may go on before.</summary>
    internal static void Step()
    {
        if (s_schedule is null)
            return;
        ThrowIfAborting();
        if (++s_operations > OperationMaximum)
            Fail($"No end after {OperationMaximum} operations.");
        Time++;
        ExpireDeadlines();
        if (++Running.Operations == Running.StopsBefore)
            throw new StoppedException();
        SwitchTo(s_schedule.Next(Ready(), s_running));
        Trace[^1] = (s_running, Trace[^1].Operations + 1);
    }

    internal static int Notify(uint endIndex, uint peers)
    {
        Step();
        peers &= Permitted(endIndex);
        Wake(peers);
        return 0;
    }

    internal static bool WaitUntil(ulong deadline)
    {
        Step();
        var self = Running;
        if (self.IsWoken)
        {
            self.IsWoken = false;
            return true;
        }

        if (deadline <= Time)
            return false;
        self.IsWaiting = true;
        self.IsLate = false;
        self.Deadline = deadline;
        SwitchTo(Choose());
        return !self.IsLate;
    }

    internal static void Fail(string message) => Fail(new InvalidOperationException(message));

    /// <summary>The body of a participant, on its thread.</summary>
    internal static void RunBody(Participant self)
    {
        self.IsStarted = true;
        try
        {
            ThrowIfAborting();
            self.Body!();
        }
        catch (AbandonedException)
        {
        }
        catch (StoppedException)
        {
            TellPeers(self);
        }
#pragma warning disable CA1031 // Whatever goes wrong on this thread is the run's result.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            s_failure ??= exception;
            s_isAborting = true;
        }

        self.IsOver = true;
        PassOn();
    }

    private static void PassOn()
    {
        try
        {
            if (!s_isAborting && All.Take(s_count).Any(participant => !participant.IsOver))
            {
                StartTurn(Choose());
                return;
            }
        }
        catch (AbandonedException)
        {
        }

        var left = All.Take(s_count).FirstOrDefault(participant => !participant.IsOver && participant.IsStarted);
        if (left is null)
            Done.Release();
        else
            StartTurn(left.Index);
    }

    private static unsafe uint Permitted(uint endIndex) => Running.End(endIndex)->Peers;

    private static void Wake(uint participants)
    {
        for (var i = 0; i < s_count; i++)
        {
            if (((participants >> i) & 1) != 0)
                All[i].Wake();
        }
    }

    private static unsafe void TellPeers(Participant stopped)
    {
        for (var i = 0; i < s_count; i++)
            All[i].Information->StoppedPartitions |= 1u << stopped.Index;
        Wake(stopped.Peers);
    }

    /// <summary>Who goes on where the one that ran cannot.</summary>
    private static int Choose()
    {
        if (Ready() == 0)
        {
            var deadlines = All.Take(s_count).Where(participant => !participant.IsOver && participant.Deadline != ulong.MaxValue);
            if (!deadlines.Any())
                Fail("All wait, for nothing: " + string.Join(", ", All.Take(s_count).Where(participant => !participant.IsOver).Select(participant => participant.Index)));
            Time = deadlines.Min(participant => participant.Deadline);
            ExpireDeadlines();
        }

        return s_schedule!.Next(Ready(), s_running);
    }

    private static void ExpireDeadlines()
    {
        for (var i = 0; i < s_count; i++)
        {
            if (!All[i].IsWaiting || All[i].Deadline > Time)
                continue;
            All[i].IsLate = true;
            All[i].IsWaiting = false;
        }
    }

    private static uint Ready()
    {
        var ready = 0u;
        for (var i = 0; i < s_count; i++)
            ready |= All[i].IsReady ? 1u << i : 0;
        return ready;
    }

    private static void SwitchTo(int next)
    {
        var self = Running;
        if (next == self.Index)
            return;
        StartTurn(next);
        self.AwaitBaton();
        ThrowIfAborting();
    }

    private static void StartTurn(int next)
    {
        s_running = next;
        Trace.Add((next, 0));
        All[next].Resume();
    }

    private static void ThrowIfAborting()
    {
        if (s_isAborting)
            throw new AbandonedException();
    }

    private static void Fail(Exception exception)
    {
        s_failure ??= exception;
        s_isAborting = true;
        throw new AbandonedException();
    }

    /// <summary>The participant stops here, as one that faults.</summary>
    private sealed class StoppedException : Exception;

    /// <summary>The run has failed; nobody goes on.</summary>
    private sealed class AbandonedException : Exception;
}
