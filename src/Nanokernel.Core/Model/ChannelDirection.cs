namespace Nanokernel.Model;

/// <summary>Which way an end of a channel works.</summary>
public enum ChannelDirection
{
    /// <summary>The partition sends.</summary>
    Send,

    /// <summary>The partition receives.</summary>
    Receive,
}
