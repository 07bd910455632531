namespace Nanokernel.Abi;

/// <summary>Results of <see cref="Hypercall.AcquireLock"/> that are not a <see cref="HypercallStatus"/>.</summary>
public static class LockOutcome
{
    /// <summary>The caller holds the lock.</summary>
    public const int Acquired = 0;

    /// <summary>The deadline has passed, and the caller does not hold the lock.</summary>
    public const int TimedOut = 1;

    /// <summary>The caller holds the lock, and the partition that held it before ended without giving it back.</summary>
    public const int Abandoned = 2;
}
