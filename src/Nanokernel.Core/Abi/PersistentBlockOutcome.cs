namespace Nanokernel.Abi;

/// <summary>Results of <see cref="Hypercall.OpenPersistentBlock"/> that are not a <see cref="HypercallStatus"/>.</summary>
public static class PersistentBlockOutcome
{
    /// <summary>The block was asked for before; EDX is its offset in the pool.</summary>
    public const int Found = 0;

    /// <summary>The block is new; EDX is its offset in the pool. What is in it is anything.</summary>
    public const int Created = 1;

    /// <summary>The block was asked for before with another size; EDX is that.</summary>
    public const int OtherSize = 2;

    /// <summary>What is free of the pool is smaller.</summary>
    public const int PoolFull = 3;

    /// <summary>The pool has as many blocks as the history has room for.</summary>
    public const int TooManyBlocks = 4;

    /// <summary>The search is not at its end: ask again, with EDX in <see cref="PersistentBlockRequest.Searched"/>.</summary>
    public const int Unfinished = 5;
}
