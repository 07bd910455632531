using System.Runtime.CompilerServices;
using Nanokernel.Model;

namespace Nanokernel;

/// <summary>Wires a queue of records from one or several partitions to one or several others.</summary>
public sealed class RecordQueueBuilder : ChannelBuilder
{
    internal RecordQueueBuilder(SystemBuilder system, RecordQueueDeclaration declaration)
        : base(system, declaration)
    {
    }

    /// <summary>Names a partition that sends. Of several, each has as much room as the queue has.</summary>
    /// <param name="sender">The partition; its project has an end <c>[SendsRecords("name")]</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public RecordQueueBuilder From(PartitionBuilder sender, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Wire(ChannelRole.RecordSender, sender, CallerLocation.From(file, line));
        return this;
    }

    /// <summary>Names a partition that receives. Of several, each gets every record.</summary>
    /// <param name="receiver">The partition; its project has an end <c>[ReceivesRecords("name")]</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public RecordQueueBuilder To(PartitionBuilder receiver, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Wire(ChannelRole.RecordReceiver, receiver, CallerLocation.From(file, line));
        return this;
    }

    /// <summary>States what becomes of a record for a full queue. Without it: <see cref="QueueOverflow.Block"/>.</summary>
    /// <param name="overflow">What becomes of it; a queue of records cannot overwrite the oldest.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public RecordQueueBuilder OnOverflow(QueueOverflow overflow, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Declaration = (RecordQueueDeclaration)Declaration with { Overflow = overflow, OverflowLocation = CallerLocation.From(file, line) };
        return this;
    }

    /// <summary>States what becomes of what is in the queue when a receiver starts anew. Without it: <see cref="QueueRestart.Keep"/>.</summary>
    /// <param name="restart">What becomes of it.</param>
    public RecordQueueBuilder OnRestart(QueueRestart restart)
    {
        Declaration = (RecordQueueDeclaration)Declaration with { Restart = restart };
        return this;
    }
}
