// What a partition that starts anew finds in its channels.
using System.Runtime.InteropServices;
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>A row of <see cref="KernelConfiguration.RestartEnds"/>: a channel end that is not left as it is.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RestartEnd
{
    /// <summary>The partition.</summary>
    public uint Partition;

    /// <summary>The end's index.</summary>
    public uint End;
}

/// <summary>
/// Does what the system says becomes of what is in flight. It runs in <see cref="Recovery"/>, as the partition would: it writes what that
/// side of a channel writes, and peers may run between any two of its steps.
/// </summary>
internal static unsafe class RestoredChannels
{
    /// <summary>Empties the receiver's rings that are to be empty, and answers the calls that the server has begun or has not seen.</summary>
    public static void Prepare(int index)
    {
        var row = (RestartEnd*)Constants.Words(KernelConfiguration.RestartEnds);
        for (var i = 0; i < KernelConfiguration.RestartEndCount; i++, row++)
        {
            if (row->Partition != (uint)index)
                continue;
            var end = (ChannelEnd*)((byte*)Partitions.At(index)->Information + InformationPage.ChannelEndsOffset) + row->End;
            var memory = end->Address;
            for (var rest = end->Peers; rest != 0; rest &= rest - 1, memory += end->RingStride)
            {
                if (end->Kind == ChannelEndKind.CallServer)
                    Refuse((CallHeader*)memory);
                else
                    ((QueueHeader*)memory)->Head = ((QueueHeader*)memory)->Tail;
            }
        }
    }

    private static void Refuse(CallHeader* header)
    {
        header->Refused = CallHeader.ServerRestarted;
        header->Answered = header->Requested;
    }
}
