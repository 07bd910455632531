using System.Runtime.CompilerServices;
using System.Threading;
using Nanokernel.Abi;

namespace Nanokernel;

// What both ends of a call channel do to the header that a client shares with the server. See CallHeader for the protocol.
internal static unsafe class CallExchange
{
    /// <summary>Asks the server for a call whose arguments are in the message; returns the call's number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Request(ChannelEnd* end, CallHeader* header, uint method)
    {
        // The next odd number, whatever stands there: also after a restart, or what the server has made of it.
        var number = (header->Requested + 1) | 1;
        Volatile.Write(ref header->Method, method);
        Volatile.Write(ref header->Requested, number);
        if (Volatile.Read(ref header->ServerWaits) != 0)
            Hypercalls.Notify(end->EndIndex, end->Peers);
        return number;
    }

    /// <summary>Waits for the answer to a call.</summary>
    internal static CallStatus Await(ChannelEnd* end, uint number, ulong deadline)
    {
        var header = (CallHeader*)end->Address;
        for (;;)
        {
            // What the server answered before it ended has come before we learn of its end.
            var isGone = ChannelRing.HasNoPeer(end);
            if (Volatile.Read(ref header->Answered) == number)
                return Answer(Volatile.Read(ref header->Refused));
            if (isGone || (deadline != ulong.MaxValue && Clock.Timestamp >= deadline))
            {
                Volatile.Write(ref header->Requested, number + 1);
                return isGone ? CallStatus.ServerGone : CallStatus.TimedOut;
            }

            Volatile.Write(ref header->ClientWaits, 1);
            if (Volatile.Read(ref header->Answered) != number)
                Processor.WaitUntil(deadline);
            Volatile.Write(ref header->ClientWaits, 0);
        }
    }

    private static CallStatus Answer(uint refused) => refused switch
    {
        0 => CallStatus.Completed,
        CallHeader.ServerRestarted => CallStatus.ServerRestarted,
        _ => CallStatus.Refused,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static CallHeader* Next(ChannelEnd* end, CallHeader* header) => (CallHeader*)((byte*)header + end->RingStride);

    /// <summary>Whether a client asks for a call that is not answered yet. One that has ended asks for none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool HasRequest(CallHeader* header, uint client, out uint number)
    {
        number = Volatile.Read(ref header->Requested);
        return (number & 1) != 0 && number != header->Answered && (PartitionPages.Information->StoppedPartitions & client) == 0;
    }

    /// <summary>Whether any client asks for a call.</summary>
    internal static bool HasRequest(ChannelEnd* end)
    {
        var header = (CallHeader*)end->Address;
        for (var rest = end->Peers; rest != 0; rest &= rest - 1, header = Next(end, header))
        {
            if (HasRequest(header, rest & (0 - rest), out _))
                return true;
        }

        return false;
    }

    internal static void SetServerWaits(ChannelEnd* end, uint value)
    {
        var header = (CallHeader*)end->Address;
        for (var rest = end->Peers; rest != 0; rest &= rest - 1, header = Next(end, header))
            Volatile.Write(ref header->ServerWaits, value);
    }

    internal static void WaitForRequest(ChannelEnd* end, ulong deadline)
    {
        SetServerWaits(end, 1);
        if (!HasRequest(end))
            Processor.WaitUntil(deadline);
        SetServerWaits(end, 0);
    }
}
