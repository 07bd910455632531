using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>What a <see cref="PersistentPool"/> answers.</summary>
public enum PersistentBlockResult
{
    /// <summary>The block was asked for before, by this partition or another user of the pool, and is the same memory.</summary>
    Found = PersistentBlockOutcome.Found,

    /// <summary>The block is new.</summary>
    Created = PersistentBlockOutcome.Created,

    /// <summary>The block was asked for before with another size. There is no way to change that but a cold start.</summary>
    OtherSize = PersistentBlockOutcome.OtherSize,

    /// <summary>The block is new, and what is free of the pool is too small for it.</summary>
    PoolFull = PersistentBlockOutcome.PoolFull,

    /// <summary>The block is new, and there are 32 in the pool, or 32 that this partition has opened.</summary>
    TooManyBlocks = PersistentBlockOutcome.TooManyBlocks,
}
