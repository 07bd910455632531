using Nanokernel.Channels.Tests;

namespace Nanokernel;

internal static class Processor
{
    internal static bool WaitUntil(ulong timestamp) => Participants.WaitUntil(timestamp);
}
