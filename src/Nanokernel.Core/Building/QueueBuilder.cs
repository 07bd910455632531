using System.Runtime.CompilerServices;
using Nanokernel.Model;

namespace Nanokernel;

/// <summary>Wires a message queue from one or several partitions to one or several others.</summary>
public sealed class QueueBuilder : ChannelBuilder
{
    internal QueueBuilder(SystemBuilder system, QueueDeclaration declaration)
        : base(system, declaration)
    {
    }

    /// <summary>Names a partition that sends. Of several, each has room for as many messages as the queue holds.</summary>
    /// <param name="sender">The partition; its project has an end <c>[Sends("name")]</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public QueueBuilder From(PartitionBuilder sender, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Wire(ChannelRole.QueueSender, sender, CallerLocation.From(file, line));
        return this;
    }

    /// <summary>Names a partition that receives. Of several, each gets every message.</summary>
    /// <param name="receiver">The partition; its project has an end <c>[Receives("name")]</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public QueueBuilder To(PartitionBuilder receiver, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Wire(ChannelRole.QueueReceiver, receiver, CallerLocation.From(file, line));
        return this;
    }

    /// <summary>States what becomes of a message for a full queue. Without it: <see cref="QueueOverflow.Block"/>.</summary>
    /// <param name="overflow">What becomes of it.</param>
    public QueueBuilder OnOverflow(QueueOverflow overflow)
    {
        Declaration = (QueueDeclaration)Declaration with { Overflow = overflow };
        return this;
    }

    /// <summary>States what becomes of what is in the queue when a receiver starts anew. Without it: <see cref="QueueRestart.Keep"/>.</summary>
    /// <param name="restart">What becomes of it.</param>
    public QueueBuilder OnRestart(QueueRestart restart)
    {
        Declaration = (QueueDeclaration)Declaration with { Restart = restart };
        return this;
    }
}
