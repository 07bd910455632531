using System.Runtime.InteropServices;
using Nanokernel.Abi;

namespace Nanokernel;

// What a partition keeps of an open block of a pool: the record of an end, and its state. It is in the control page, so a start of the
// partition forgets it.
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct PoolBlock
{
    // What stands for the layout of a type that the build does not know: "NKPU".
    private const uint UnknownLayout = 0x5550_4B4E;

    internal ChannelEnd End;

    internal ChannelEndState State;

    private static int Capacity => (int)(VirtualMemoryMap.PageSize - ControlPage.PoolBlocksOffset) / sizeof(PoolBlock);

    // The record of the block at an address; null where there is no room for one more.
    internal static PoolBlock* Find(uint address, string identifier, uint contentBytes)
    {
        var record = (PoolBlock*)(VirtualMemoryMap.ControlPage + ControlPage.PoolBlocksOffset);
        for (var i = 0; i < Capacity; i++, record++)
        {
            if (record->End.Address == address && record->End.MessageBytes == contentBytes)
                return record;
            if (record->End.Address != 0)
                continue;
            record->End.Kind = ChannelEndKind.PersistentPoolUser;
            record->End.NameHash = Hash(identifier);
            record->End.Fingerprint = UnknownLayout;
            record->End.MessageBytes = contentBytes;
            record->End.Address = address;
            return record;
        }

        return null;
    }

    // FNV-1a, as for the names of channels.
    private static uint Hash(string identifier)
    {
        var hash = 2166136261u;
        for (var i = 0; i < identifier.Length; i++)
            hash = (hash ^ identifier[i]) * 16777619;
        return hash;
    }
}
