using System.Runtime.CompilerServices;
using System.Threading;

namespace Nanokernel;

// Words at an address. Nothing is reordered: what was written first is in memory first.
internal readonly unsafe struct PersistentWords(uint address) : IPersistentWords
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Read(uint offset) => Volatile.Read(ref *(uint*)(address + offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(uint offset, uint value) => Volatile.Write(ref *(uint*)(address + offset), value);
}
