namespace Nanokernel;

/// <summary>An exception of the processor, for its handler.</summary>
/// <seealso cref="Exceptions.Attach"/>
public readonly struct ProcessorException
{
    internal ProcessorException(uint vector, uint errorCode, uint dataAddress) =>
        (Vector, ErrorCode, DataAddress) = (vector, errorCode, dataAddress);

    /// <summary>The vector, 0 to 31 (SDM vol. 3A, table 6-1): 13 is general protection, 14 a page fault.</summary>
    public uint Vector { get; }

    /// <summary>The error code; 0 where the exception has none.</summary>
    public uint ErrorCode { get; }

    /// <summary>The address that a page fault touched (CR2); without meaning for other exceptions.</summary>
    public uint DataAddress { get; }
}
