using System.Threading;
using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>Posts an event. Takes no hypercall unless somebody waits. For interrupt handlers too.</summary>
/// <param name="end">The address of the end's record; generated code passes it.</param>
public readonly unsafe struct EventPoster(nint end)
{
    private readonly ChannelEnd* _end = (ChannelEnd*)end;

    /// <summary>
    /// How often partitions at the other side have been started anew. Where it has changed, what was agreed with them before is to be agreed
    /// again.
    /// </summary>
    public int PeerRestarts => ChannelRing.RestartsOf(_end->Peers);

    /// <summary>Whether the event is posted and not over yet.</summary>
    public bool IsSet => Volatile.Read(ref ((EventHeader*)_end->Address)->Count) != 0;

    /// <summary>Posts the event: lets waiters go on as it was declared to.</summary>
    public void Post() => SharedEvent.Post(_end);

    /// <summary>Takes all posts back that nobody has gone on with.</summary>
    public void Reset() => SharedEvent.Reset(_end);
}
