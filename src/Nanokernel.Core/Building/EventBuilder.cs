using System.Runtime.CompilerServices;
using Nanokernel.Model;

namespace Nanokernel;

/// <summary>Wires an event from the partitions that post it to those that wait for it.</summary>
public sealed class EventBuilder : ChannelBuilder
{
    internal EventBuilder(SystemBuilder system, EventDeclaration declaration)
        : base(system, declaration)
    {
    }

    /// <summary>Names a partition that posts the event.</summary>
    /// <param name="poster">The partition; its project has an end <c>[Posts("name")]</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public EventBuilder PostedBy(PartitionBuilder poster, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Wire(ChannelRole.EventPoster, poster, CallerLocation.From(file, line));
        return this;
    }

    /// <summary>Names a partition that waits for the event.</summary>
    /// <param name="waiter">The partition; its project has an end <c>[Awaits("name")]</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public EventBuilder AwaitedBy(PartitionBuilder waiter, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Wire(ChannelRole.EventWaiter, waiter, CallerLocation.From(file, line));
        return this;
    }
}
