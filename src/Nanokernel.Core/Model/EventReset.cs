using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>What becomes of an event once somebody has waited for it. The values are those of <see cref="EventMode"/>.</summary>
public enum EventReset
{
    /// <summary>A post lets one waiter go on, and is over then; posts before that are one.</summary>
    Auto = (int)EventMode.AutoReset,

    /// <summary>A post lets all waiters go on until one of them, or a poster, resets it.</summary>
    Manual = (int)EventMode.ManualReset,

    /// <summary>Each post lets one waiter go on once: a semaphore.</summary>
    Counting = (int)EventMode.Counting,
}
