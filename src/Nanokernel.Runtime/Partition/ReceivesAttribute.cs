using System;

namespace Nanokernel;

/// <summary>
/// Marks a static partial property of type <see cref="Receiver{T}"/>: the partition receives from the queue of that name. The system
/// decides who sends.
/// </summary>
/// <param name="queue">The queue's name, the same as in the system's <c>AddQueue</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReceivesAttribute(string queue) : Attribute
{
    /// <summary>The queue's name.</summary>
    public string Queue { get; } = queue;
}
