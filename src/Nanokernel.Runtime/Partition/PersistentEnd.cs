using System.Runtime.CompilerServices;
using Nanokernel.Abi;

namespace Nanokernel;

// A block of persistent memory by its end record, whatever its content is.
internal static unsafe class PersistentEnd
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static byte* Content(ChannelEnd* end)
    {
        if (StateOf(end)->Opened == 0)
            Open(end);
        return (byte*)end->Address + PersistentBlock.HeadBytes;
    }

    internal static PersistentState Open(ChannelEnd* end)
    {
        var state = StateOf(end);
        if (state->Opened == 0)
            state->Opened = (uint)CopiesOf(end).Open() + 1;
        return (PersistentState)(state->Opened - 1);
    }

    internal static void Commit(ChannelEnd* end)
    {
        Open(end);
        CopiesOf(end).Commit();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ChannelEndState* StateOf(ChannelEnd* end)
        => end->Kind == ChannelEndKind.PersistentMemoryOwner ? ChannelRing.StateOf(end) : &((PoolBlock*)end)->State;

    private static PersistentCopies<PersistentWords> CopiesOf(ChannelEnd* end)
        => new(new PersistentWords(end->Address), end->NameHash, end->Fingerprint, end->MessageBytes);
}
