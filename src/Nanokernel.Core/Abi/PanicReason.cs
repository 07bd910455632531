namespace Nanokernel.Abi;

/// <summary>Why a partition asks to be stopped.</summary>
public static class PanicReason
{
    /// <summary><c>throw</c> was executed: there are no handlers.</summary>
    public const uint UnhandledException = 1;

    /// <summary>The partition's heap has no room for an object.</summary>
    public const uint HeapExhausted = 2;

    /// <summary><c>Environment.FailFast</c> was called.</summary>
    public const uint FailFast = 3;
}
