using System.Runtime.CompilerServices;
using Nanokernel.Model;

namespace Nanokernel;

/// <summary>Gives a block of persistent memory to a partition.</summary>
public sealed class PersistentMemoryBuilder : ChannelBuilder
{
    internal PersistentMemoryBuilder(SystemBuilder system, PersistentMemoryDeclaration declaration)
        : base(system, declaration)
    {
    }

    /// <summary>Names the partition that keeps the block.</summary>
    /// <param name="owner">The partition; its project has an end <c>[Persistent("name")]</c>, whose type decides the size.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PersistentMemoryBuilder OwnedBy(PartitionBuilder owner, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Wire(ChannelRole.PersistentMemoryOwner, owner, CallerLocation.From(file, line));
        return this;
    }
}
