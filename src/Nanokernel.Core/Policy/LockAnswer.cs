namespace Nanokernel.Policy;

/// <summary>What becomes of a partition that asks for a lock.</summary>
internal enum LockAnswer
{
    /// <summary>It holds the lock.</summary>
    Acquired,

    /// <summary>It holds the lock, and who held it before has not given it back.</summary>
    Abandoned,

    /// <summary>It has to wait, or to go without.</summary>
    HeldByAnother,

    /// <summary>It holds the lock already.</summary>
    AlreadyHeld,

    /// <summary>The holder waits, itself or over others, for a lock of the one who asks.</summary>
    Deadlock,
}
