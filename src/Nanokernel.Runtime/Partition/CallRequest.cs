using System.Threading;
using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>
/// A call that a client asks for. The client can change its arguments at any time: copy them, then ask <see cref="IsCurrent"/>, and work with
/// the copy.
/// </summary>
/// <typeparam name="T">The arguments and results of all methods.</typeparam>
public readonly unsafe struct CallRequest<T>
    where T : unmanaged
{
    private readonly CallHeader* _header;
    private readonly uint _number;
    private readonly uint _end;
    private readonly uint _client;

    internal CallRequest(CallHeader* header, uint number, uint end, uint client)
    {
        _header = header;
        _number = number;
        _end = end;
        _client = client;
    }

    /// <summary>The place in the contract of the method that is asked for; any number, from a hostile client.</summary>
    public uint Method => Volatile.Read(ref _header->Method);

    /// <summary>The arguments of the call; takes its result.</summary>
    public ref T Message => ref *(T*)((byte*)_header + CallHeader.MessageOffset);

    /// <summary>Whether the client still asks for the call: then what has been copied so far belongs to it.</summary>
    public bool IsCurrent => Volatile.Read(ref _header->Requested) == _number;

    /// <summary>Tells the client that the call is done and its result is in the message.</summary>
    public void Complete() => Answer(refused: 0);

    /// <summary>Tells the client that there is no such method.</summary>
    public void Refuse() => Answer(refused: 1);

    private void Answer(uint refused)
    {
        var header = _header;
        Volatile.Write(ref header->Refused, refused);
        Volatile.Write(ref header->Answered, _number);
        if (Volatile.Read(ref header->ClientWaits) != 0)
            Hypercalls.Notify(_end, _client);
    }
}
