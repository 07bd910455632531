using System.Numerics;
using Nanokernel.Abi;
using Nanokernel.Checking.Rules;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking;

/// <summary>The memory that a channel takes: regions of equal size.</summary>
/// <param name="Count">The number of regions.</param>
/// <param name="Bytes">The bytes of each, whole pages.</param>
internal readonly record struct ChannelShape(int Count, ulong Bytes)
{
    /// <summary>The bytes of one more region, which only the kernel sees, whole pages; 0: there is none.</summary>
    internal ulong KernelBytes { get; private init; }

    /// <summary>The bytes of all regions.</summary>
    internal ulong TotalBytes => (ulong)Count * Bytes + KernelBytes;

    /// <summary>The shape of a channel, right or wrong; nothing where that is not known.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="message">The layout of what is sent or shared, if that is known.</param>
    internal static ChannelShape Of(ChannelDeclaration channel, MessageLayout? message) => channel switch
    {
        { Wires.IsEmpty: true } => default,
        QueueDeclaration { Capacity: > 0 and <= SystemLimits.QueueCapacity } queue when message is not null => new(
            queue.WiresOf(ChannelRole.QueueSender).Count() * queue.WiresOf(ChannelRole.QueueReceiver).Count(),
            ToPages(QueueHeader.SlotsOffset + (ulong)SlotCount(queue) * (ulong)message.Size)),
        RecordQueueDeclaration records when RecordQueueSizeOutOfRange.IsPossible(records.Size) => new(
            records.WiresOf(ChannelRole.RecordSender).Count() * records.WiresOf(ChannelRole.RecordReceiver).Count(),
            ToPages(QueueHeader.SlotsOffset + (ulong)records.Size.Bytes)),
        EventDeclaration => new(1, VirtualMemoryMap.PageSize),
        SharedMemoryDeclaration memory => new(1, ToPages((ulong)Math.Max(0, memory.Size.Bytes))),
        PersistentPoolDeclaration pool => new(1, ToPages((ulong)Math.Max(0, pool.Size.Bytes))) { KernelBytes = VirtualMemoryMap.PageSize },
        PersistentMemoryDeclaration when message is not null => new(1, ToPages(PersistentBlock.BytesFor((uint)message.Size))),
        WatchDeclaration => new(1, FaultLog.Bytes),
        CallDeclaration when message is not null => new(
            channel.WiresOf(ChannelRole.CallClient).Count(), ToPages(CallHeader.MessageOffset + (ulong)message.Size)),
        _ => default,
    };

    /// <summary>While the newest message is written, the oldest one that counts is still whole: so one slot more where it is overwritten.</summary>
    internal static int SlotCount(QueueDeclaration queue) =>
        (int)BitOperations.RoundUpToPowerOf2((uint)queue.Capacity + (queue.Overflow == QueueOverflow.OverwriteOldest ? 1u : 0));

    private static ulong ToPages(ulong bytes) => (bytes + VirtualMemoryMap.PageSize - 1) & ~(ulong)(VirtualMemoryMap.PageSize - 1);
}
