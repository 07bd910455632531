namespace Nanokernel.Abi;

/// <summary>Negative results of hypercalls.</summary>
public static class HypercallStatus
{
    /// <summary>No hypercall has this number.</summary>
    public const int UnknownHypercall = -1;

    /// <summary>The system does not give the calling partition this right.</summary>
    public const int NotPermitted = -2;

    /// <summary>An argument is out of range, or an address range is not the caller's.</summary>
    public const int InvalidArgument = -3;

    /// <summary>The caller would wait for itself, over the partitions that hold the locks between.</summary>
    public const int Deadlock = -4;
}
