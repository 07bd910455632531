using System;
using System.Runtime.InteropServices;

namespace Nanokernel.Channels.Tests;

/// <summary>A message as a record: its words, and behind them as many bytes as its number says, each of which tells its place.</summary>
internal static class MessageRecord
{
    internal const int MaximumBytes = MessageBytes + Spread - 1;
    private const int MessageBytes = 12;
    private const int Spread = 17;

    internal static byte[] Of(in Message message)
    {
        // 28 bytes, 22, 16, 27, 21, ...
        var record = new byte[MessageBytes + (((message.Number * 11) + 5) % Spread)];
        MemoryMarshal.Write(record, in message);
        for (var i = MessageBytes; i < record.Length; i++)
            record[i] = (byte)(message.Number + (uint)i);
        return record;
    }

    /// <summary>The message of a record; one that is torn, if the record is not as it was made.</summary>
    internal static Message Read(ReadOnlySpan<byte> record, int length)
    {
        if (length < MessageBytes || length > record.Length)
            return default;
        var message = MemoryMarshal.Read<Message>(record);
        return record[..length].SequenceEqual(Of(message)) ? message : default;
    }
}
