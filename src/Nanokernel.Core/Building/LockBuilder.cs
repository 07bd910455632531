using System.Runtime.CompilerServices;
using Nanokernel.Model;

namespace Nanokernel;

/// <summary>Lets partitions share a lock.</summary>
public sealed class LockBuilder : ChannelBuilder
{
    internal LockBuilder(SystemBuilder system, LockDeclaration declaration)
        : base(system, declaration)
    {
    }

    /// <summary>Names a partition that takes the lock.</summary>
    /// <param name="user">The partition; its project has an end <c>[Locks("name")]</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public LockBuilder SharedBy(PartitionBuilder user, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Wire(ChannelRole.LockUser, user, CallerLocation.From(file, line));
        return this;
    }
}
