using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>
/// A channel end that an executable asks for: one of the records in its section <c>.nanokernel.ends</c>, which the build reads and holds
/// against the system.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 96)]
public struct RequestedEnd
{
    /// <summary>The bytes of <see cref="Channel"/>.</summary>
    public const int ChannelBytes = 32;

    /// <summary>The bytes of <see cref="MessageType"/>.</summary>
    public const int MessageTypeBytes = 56;

    /// <summary>Offset 0. <see cref="ChannelEndKind"/>.</summary>
    public uint Kind;

    /// <summary>Offset 4. The bytes of what is sent or shared; 0 where there is nothing.</summary>
    public uint MessageBytes;

    /// <summary>Offset 8. The channel's name in ASCII, filled up with zeros.</summary>
    public RequestedEndChannel Channel;

    /// <summary>Offset 40. What the type of the message is called, for findings, filled up with zeros.</summary>
    public RequestedEndMessageType MessageType;
}

/// <summary>The name in a <see cref="RequestedEnd"/>.</summary>
[InlineArray(RequestedEnd.ChannelBytes)]
public struct RequestedEndChannel
{
    private byte _first;
}

/// <summary>The name of the type in a <see cref="RequestedEnd"/>.</summary>
[InlineArray(RequestedEnd.MessageTypeBytes)]
public struct RequestedEndMessageType
{
    private byte _first;
}
