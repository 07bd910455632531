namespace Nanokernel;

/// <summary>How a call ended.</summary>
public enum CallStatus
{
    /// <summary>The server has done what was asked for.</summary>
    Completed,

    /// <summary>
    /// The time was over. A server that had not begun does not begin any more; one that had goes on, and its answer is dropped.
    /// </summary>
    TimedOut,

    /// <summary>The server has ended or was stopped: before, or during the call.</summary>
    ServerGone,

    /// <summary>The server does not know the method.</summary>
    Refused,

    /// <summary>The server has started anew before it answered. It may have done all, a part or nothing of what was asked for.</summary>
    ServerRestarted,
}
