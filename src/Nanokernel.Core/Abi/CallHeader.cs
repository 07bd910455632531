using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>
/// The start of the memory that one client of a call channel shares with its server. It holds one request: the number of a call that is
/// asked for, an odd one, or an even one while there is none. Each side writes only its own cache line, and in the message behind it only its
/// own fields: the client the arguments, the server the results.
/// </summary>
/// <remarks>
/// A client that gives up makes the number even before it touches the arguments again, and its next call has another number. So the server
/// knows whether the arguments that it has copied belong together, and the client whether an answer is for the call that it waits for.
/// </remarks>
[StructLayout(LayoutKind.Explicit, Size = 128)]
public struct CallHeader
{
    /// <summary>The offset of the message: the arguments and results of all methods.</summary>
    public const uint MessageOffset = 128;

    /// <summary>Offset 0. Odd: the number of the call that the client asks for. Even: there is none. Written by the client.</summary>
    [FieldOffset(0)]
    public uint Requested;

    /// <summary>Offset 4. The method, by its place in the contract. Written by the client.</summary>
    [FieldOffset(4)]
    public uint Method;

    /// <summary>Offset 8. Not zero: the client waits for the answer. Written by the client.</summary>
    [FieldOffset(8)]
    public uint ClientWaits;

    /// <summary>Offset 64. The number of the call that was answered last. Written by the server.</summary>
    [FieldOffset(64)]
    public uint Answered;

    /// <summary>The value of <see cref="Refused"/> when the server did not know the method.</summary>
    public const uint UnknownMethod = 1;

    /// <summary>The value of <see cref="Refused"/> when the server started anew before it answered.</summary>
    public const uint ServerRestarted = 2;

    /// <summary>Offset 68. Not zero: the call was not done, and why. Written by the server, or by the kernel while that starts anew.</summary>
    [FieldOffset(68)]
    public uint Refused;

    /// <summary>Offset 72. Not zero: the server waits for a request. Written by the server.</summary>
    [FieldOffset(72)]
    public uint ServerWaits;
}
