namespace Nanokernel.Abi;

/// <summary>What a <see cref="ChannelEnd"/> is for.</summary>
public static class ChannelEndKind
{
    /// <summary>The sending end of a queue.</summary>
    public const uint QueueSender = 1;

    /// <summary>The receiving end of a queue.</summary>
    public const uint QueueReceiver = 2;
}
