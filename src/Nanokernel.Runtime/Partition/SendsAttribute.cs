using System;

namespace Nanokernel;

/// <summary>
/// Marks a static partial property of type <see cref="Sender{T}"/>: the partition sends on the queue of that name. The system decides
/// who receives and how many messages it holds.
/// </summary>
/// <param name="queue">The queue's name, the same as in the system's <c>AddQueue</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SendsAttribute(string queue) : Attribute
{
    /// <summary>The queue's name.</summary>
    public string Queue { get; } = queue;
}
