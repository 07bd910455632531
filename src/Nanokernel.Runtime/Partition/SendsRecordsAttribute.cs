using System;

namespace Nanokernel;

/// <summary>
/// Marks a static partial property of type <see cref="RecordSender"/>: the partition sends on the queue of records of that name. The system decides who is at the other
/// side and how much it holds.
/// </summary>
/// <param name="queue">The queue's name, the same as in the system's <c>AddRecordQueue</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SendsRecordsAttribute(string queue) : Attribute
{
    /// <summary>The queue's name.</summary>
    public string Queue { get; } = queue;
}
