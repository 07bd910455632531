using Nanokernel.Channels.Tests;

namespace Nanokernel;

internal static class Hypercalls
{
    internal static int Notify(uint endIndex, uint peers) => Participants.Notify(endIndex, peers);
}
