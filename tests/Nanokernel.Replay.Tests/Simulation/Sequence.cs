using Nanokernel.Abi;

namespace Nanokernel.Kernel.Simulation;

/// <summary>A random system and what happens in it: the partition that runs does something, time passes, a device raises its line.</summary>
internal sealed class Sequence(Words words)
{
    private ulong _now;

    /// <summary>The system.</summary>
    public Setup Setup { get; } = Setup.Any(words);

    /// <summary>Whether there is no more.</summary>
    public bool IsOver => words.AreOver || SystemEnd.HasEnded;

    /// <summary>Boots the system, at power-on or when the counter is about to use another bit.</summary>
    public void Start()
    {
        Processor.Now = words.Next(4) switch
        {
            0 => 0,
            1 => (1ul << 32) - 13_000 + words.Next(2_000),
            2 => (1ul << 63) - 13_000 + words.Next(2_000),
            _ => (ulong)words.Next(uint.MaxValue) << (int)words.Next(30),
        };
        SimulatedKernel.Start(Setup);
        SimulatedKernel.AttachLines();
        _now = Processor.Now;
    }

    /// <summary>What happens next.</summary>
    public KernelEvent Next()
    {
        if (SimulatedKernel.AsksAgain)
        {
            var (number, deadline) = SimulatedKernel.Asked;
            return Happens(EventKind.AcquireLock, number, deadline);
        }

        var running = SimulatedKernel.Running;
        var kind = words.Next(running < 0 ? 12u : Setup.HasLocks ? 48u : 32u);
        if (kind < 10 || EventTimer.Due <= _now)
            return Pass(1 + words.Next(40));
        if (kind < 12)
            return Happens(EventKind.Line, AnyLine());
        return kind switch
        {
            < 14 => Happens(EventKind.Yield),
            < 19 => Happens(EventKind.Wait, deadline: Deadline()),
            < 23 => Happens(EventKind.SetTimer, deadline: Deadline()),
            < 26 => Happens(EventKind.Notify, words.Next(4)),
            < 28 => Happens(EventKind.Unmask, words.Next(4) == 0 ? words.Next(20) : AnyLine()),
            < 29 => Happens(EventKind.Mask, words.Next(4) == 0 ? words.Next(20) : AnyLine()),
            < 31 => Happens(EventKind.Flag, words.Next(2)),
            >= 42 => Happens(EventKind.AcquireLock, AnyEnd(running), words.Next(4) == 0 ? Deadline() : ulong.MaxValue),
            >= 32 => Happens(EventKind.ReleaseLock, AnyEnd(running)),
            _ => Happens(words.Next(8) == 0 ? EventKind.Exit : EventKind.Other),
        };
    }

    // A shot that comes meanwhile is handled, at once or up to 15 counts late, and the rest of the time does not pass.
    private KernelEvent Pass(ulong time)
    {
        if (EventTimer.Due > _now + time)
        {
            _now += time;
            return Happens(EventKind.Pass);
        }

        if (EventTimer.Due > _now)
            _now = EventTimer.Due;
        if (words.Next(4) == 0)
            _now += words.Next(16);
        return Happens(EventKind.Timer);
    }

    private KernelEvent Happens(EventKind kind, uint number = 0, ulong deadline = 0) => new()
    {
        Kind = kind,
        Time = _now,
        Number = number,
        Deadline = deadline,
        Serves = kind == EventKind.Unmask && number < VirtualInterrupt.LineCount && words.Next(2) != 0,
    };

    private ulong Deadline() => words.Next(8) switch
    {
        0 => ulong.MaxValue,
        1 => _now > 2 ? _now - words.Next(3) : 0,
        2 => 0,
        3 => _now + 1_000 + words.Next(1_000_000),
        _ => _now + 1 + words.Next(100),
    };

    // An end of a lock, or now and then any number.
    private uint AnyEnd(int running) => words.Next(8) == 0
        ? words.Next(8)
        : (uint)Setup.Peers[running].Length + words.Next((uint)Setup.Locks[running].Length);

    private uint AnyLine()
    {
        var line = words.Next(16);
        while (Setup.Owners[line] < 0)
            line = (line + 1) % 16;
        return line;
    }
}
