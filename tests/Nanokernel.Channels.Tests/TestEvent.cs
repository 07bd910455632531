using System.Collections.Generic;
using System.Linq;
using Nanokernel.Abi;

namespace Nanokernel.Channels.Tests;

/// <summary>An event with the records of its ends, as the build makes them.</summary>
internal sealed class TestEvent(int region, uint mode, int[] posters, int[] waiters)
{
    private readonly Dictionary<int, nint> _posterEnds = [];
    private readonly Dictionary<int, nint> _waiterEnds = [];
    private uint _address;

    internal EventPoster PosterOf(int participant) => new(_posterEnds[participant]);

    internal EventWaiter WaiterOf(int participant) => new(_waiterEnds[participant]);

    internal uint Address => _address;

    internal unsafe uint Count => ((EventHeader*)_address)->Count;

    internal unsafe void Open()
    {
        _address = SharedMemory.Open(region, (uint)sizeof(EventHeader), Scene.Mask(posters) | Scene.Mask(waiters));
        foreach (var poster in posters)
            _posterEnds[poster] = Participants.At(poster).AddEnd(Describe(Scene.Mask(waiters), ChannelEndKind.EventPoster));
        foreach (var waiter in waiters)
        {
            var peers = Scene.Mask(posters) | Scene.Mask(waiters.Where(other => other != waiter));
            _waiterEnds[waiter] = Participants.At(waiter).AddEnd(Describe(peers, ChannelEndKind.EventWaiter));
        }
    }

    private unsafe ChannelEnd Describe(uint peers, uint kind) => new()
    {
        Address = _address,
        Bytes = (uint)sizeof(EventHeader),
        Capacity = Scene.Mask(posters),
        Peers = peers,
        Kind = kind,
        Policy = mode,
    };
}
