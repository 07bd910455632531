using System.Runtime.CompilerServices;
using Nanokernel.Model;

namespace Nanokernel;

/// <summary>Lets partitions have blocks of a pool of persistent memory.</summary>
public sealed class PersistentPoolBuilder : ChannelBuilder
{
    internal PersistentPoolBuilder(SystemBuilder system, PersistentPoolDeclaration declaration)
        : base(system, declaration)
    {
    }

    /// <summary>Names a partition that asks the pool for blocks. Each of them sees, and can change, all blocks.</summary>
    /// <param name="user">The partition; its project has an end <c>[PersistentPool("name")]</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PersistentPoolBuilder UsedBy(PartitionBuilder user, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Wire(ChannelRole.PersistentPoolUser, user, CallerLocation.From(file, line));
        return this;
    }
}
