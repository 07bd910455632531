using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>What a partition asks a pool of persistent memory for.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct PersistentBlockRequest
{
    /// <summary>The most bytes of an identifier.</summary>
    public const int IdentifierBytes = 32;

    /// <summary>The words that have them.</summary>
    public const int IdentifierWords = IdentifierBytes / 4;

    /// <summary>Offset 0. The identifier: any bytes, zeros behind them.</summary>
    public PersistentBlockIdentifier Identifier;

    /// <summary>Offset 32. The bytes that are wanted, 1 or more.</summary>
    public uint Bytes;

    /// <summary>Offset 36. How many blocks were searched before: 0 at first, then what the kernel said.</summary>
    public uint Searched;
}

/// <summary>The bytes of an identifier.</summary>
[InlineArray(PersistentBlockRequest.IdentifierBytes)]
public struct PersistentBlockIdentifier
{
    private byte _first;
}
