using System;
using Nanokernel.Channels.Tests;

namespace Nanokernel;

// A tick is an operation on shared memory.
internal static class Clock
{
    internal static ulong Timestamp => Participants.Time;

    internal static ulong TimestampAfter(TimeSpan timeout) => Timestamp + (ulong)timeout.Ticks;
}
