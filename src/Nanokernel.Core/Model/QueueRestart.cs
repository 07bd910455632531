namespace Nanokernel;

/// <summary>
/// What becomes of the messages in a queue when a receiver starts anew. What a sender has sent before it starts anew is the receivers', whatever
/// is stated.
/// </summary>
public enum QueueRestart
{
    /// <summary>They stay: the receiver goes on behind the last message that it has received.</summary>
    Keep,

    /// <summary>They are dropped: the receiver begins with an empty queue.</summary>
    Discard,
}
