namespace Nanokernel.Policy;

/// <summary>A lock.</summary>
internal struct LockState
{
    /// <summary>The partition that holds it, or <see cref="LockTable.Nobody"/>.</summary>
    public int Holder;

    /// <summary>One bit for each partition that waits for it.</summary>
    public uint Waiters;

    /// <summary>Whether it is free because its last holder is gone.</summary>
    public bool IsAbandoned;
}

/// <summary>How one partition waits.</summary>
internal struct LockWait
{
    /// <summary>The lock that it waits for, if it does.</summary>
    public int Lock;

    /// <summary>When it came, in arrivals: earlier than another's if the difference is negative.</summary>
    public uint Arrival;

    /// <summary>The lock that it waited for when something else came, or a negative number.</summary>
    public int Interrupted;
}
