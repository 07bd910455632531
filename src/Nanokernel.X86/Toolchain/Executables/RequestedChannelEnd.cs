using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Nanokernel.Abi;

namespace Nanokernel.X86.Toolchain;

/// <summary>A channel end that an executable asks for.</summary>
/// <param name="Channel">The channel's name.</param>
/// <param name="Kind">What the end is for, a <see cref="ChannelEndKind"/>.</param>
/// <param name="MessageType">What the type of the message is called; empty where there is none.</param>
/// <param name="MessageBytes">The bytes of what is sent or shared; 0 where there is nothing.</param>
internal sealed record RequestedChannelEnd(string Channel, uint Kind, string MessageType, int MessageBytes)
{
    /// <summary>The section that holds the records.</summary>
    public const string SectionName = ".nanokernel.ends";

    /// <summary>Reads the records; several equal ones are one.</summary>
    /// <exception cref="FileFormatException">They make no sense.</exception>
    public static IReadOnlyList<RequestedChannelEnd> ReadAll(ReadOnlySpan<byte> section)
    {
        var size = Unsafe.SizeOf<RequestedEnd>();
        if (section.Length % size != 0)
            throw FileFormatException.Damaged($"it has {section.Length} bytes, which is no multiple of {size}");
        var ends = new Dictionary<(string, uint), RequestedChannelEnd>();
        for (var at = 0; at < section.Length; at += size)
        {
            var end = Read(MemoryMarshal.Read<RequestedEnd>(section[at..]), at);
            if (!ends.TryAdd((end.Channel, end.Kind), end) && ends[(end.Channel, end.Kind)].MessageBytes is var known && known != end.MessageBytes)
                throw FileFormatException.Damaged($"it asks for one end of '{end.Channel}' with {known} and with {end.MessageBytes} bytes");
        }

        return [.. ends.Values];
    }

    private static RequestedChannelEnd Read(RequestedEnd record, int at)
    {
        var channel = Text(record.Channel);
        if (channel.Length == 0)
            throw FileFormatException.Damaged($"the record at offset {at} names no channel");
        if (record.Kind is < ChannelEndKind.QueueSender or > ChannelEndKind.PersistentMemoryOwner)
            throw FileFormatException.Damaged($"the record of '{channel}' is of kind {record.Kind}, which an executable cannot ask for");
        var hasMessage = record.Kind is not (ChannelEndKind.EventPoster or ChannelEndKind.EventWaiter);
        if (hasMessage != record.MessageBytes is > 0 and <= int.MaxValue)
            throw FileFormatException.Damaged($"the record of '{channel}' has {record.MessageBytes} bytes of content");
        return new RequestedChannelEnd(channel, record.Kind, Text(record.MessageType), (int)record.MessageBytes);
    }

    /// <summary>What is printable up to the first zero.</summary>
    private static string Text(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        return string.Concat(Encoding.ASCII.GetString(end < 0 ? bytes : bytes[..end]).Where(character => !char.IsControl(character)));
    }
}
