namespace Nanokernel.Model;

/// <summary>A partition's end of a queue.</summary>
/// <param name="Index">The end's place in <see cref="CheckedPartition.Ends"/>.</param>
/// <param name="Name">The queue's name.</param>
/// <param name="Direction">Which way the end works.</param>
/// <param name="QueueIndex">The queue's place in <see cref="CheckedSystem.Queues"/>.</param>
/// <param name="PeerPartition">The index of the partition at the other end.</param>
public sealed record CheckedChannelEnd(int Index, string Name, ChannelDirection Direction, int QueueIndex, int PeerPartition);
