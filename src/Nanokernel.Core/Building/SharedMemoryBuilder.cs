using System.Runtime.CompilerServices;
using Nanokernel.Model;

namespace Nanokernel;

/// <summary>Gives partitions their view of shared memory.</summary>
public sealed class SharedMemoryBuilder : ChannelBuilder
{
    internal SharedMemoryBuilder(SystemBuilder system, SharedMemoryDeclaration declaration)
        : base(system, declaration)
    {
    }

    /// <summary>Names a partition that reads and writes the memory.</summary>
    /// <param name="writer">The partition; its project has an end <c>[Shares("name")]</c>.</param>
    /// <param name="address">
    /// Where the partition sees the memory: whole pages from <see cref="Abi.VirtualMemoryMap.ChosenChannelBase"/> on. Without it, where the
    /// layout puts it.
    /// </param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public SharedMemoryBuilder ReadWrite(
        PartitionBuilder writer, uint? address = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Wire(ChannelRole.SharedMemoryWriter, writer, CallerLocation.From(file, line), address);
        return this;
    }

    /// <summary>Names a partition that reads the memory; a write of it is a fault.</summary>
    /// <param name="reader">The partition; its project has an end <c>[Views("name")]</c>.</param>
    /// <param name="address">As for <see cref="ReadWrite"/>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public SharedMemoryBuilder ReadOnly(
        PartitionBuilder reader, uint? address = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Wire(ChannelRole.SharedMemoryReader, reader, CallerLocation.From(file, line), address);
        return this;
    }
}
