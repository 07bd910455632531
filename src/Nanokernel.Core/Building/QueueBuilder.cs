using System.Runtime.CompilerServices;
using Nanokernel.Model;

namespace Nanokernel;

/// <summary>Wires a message queue from one partition to another.</summary>
public sealed class QueueBuilder
{
    private readonly SystemBuilder _system;

    internal QueueBuilder(SystemBuilder system, QueueDeclaration declaration) => (_system, Declaration) = (system, declaration);

    /// <summary>The queue's name.</summary>
    public string Name => Declaration.Name;

    /// <summary>What has been stated so far, unchecked.</summary>
    public QueueDeclaration Declaration { get; private set; }

    /// <summary>Names the partition that sends.</summary>
    /// <param name="sender">The partition; its project has an end <c>[Sends("name")]</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public QueueBuilder From(PartitionBuilder sender, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(sender);
        Declaration = Declaration with { Senders = Declaration.Senders.Add(new(sender.NameIn(_system), CallerLocation.From(file, line))) };
        return this;
    }

    /// <summary>Names the partition that receives.</summary>
    /// <param name="receiver">The partition; its project has an end <c>[Receives("name")]</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public QueueBuilder To(PartitionBuilder receiver, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        Declaration = Declaration with { Receivers = Declaration.Receivers.Add(new(receiver.NameIn(_system), CallerLocation.From(file, line))) };
        return this;
    }
}
