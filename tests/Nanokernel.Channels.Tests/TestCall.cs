using System;
using Nanokernel.Abi;

namespace Nanokernel.Channels.Tests;

/// <summary>A call channel whose server knows one method, with what the SDK generates around both ends.</summary>
internal sealed unsafe class TestCall(int firstRegion, int[] clients, int server)
    : TestPairs(firstRegion, Shape, (ChannelEndKind.CallClient, ChannelEndKind.CallServer), clients, [server])
{
    private const uint Method = 0;
    private const uint UnknownMethod = 1;

    private static ChannelEnd Shape => new()
    {
        Bytes = CallHeader.MessageOffset + (uint)sizeof(Words),
        MessageBytes = (uint)sizeof(Words),
    };

    private CallClient<Words> Client => new(SenderEnd(Participants.Running.Index));

    private CallServer<Words> Server => new(ReceiverEnd(server));

    internal CallResult<Message> Call(Message argument)
    {
        SetArgument(argument);
        return new(Client.Call(Method), Result());
    }

    internal CallResult<Message> Call(Message argument, TimeSpan timeout)
    {
        SetArgument(argument);
        return new(Client.Call(Method, timeout), Result());
    }

    internal CallStatus CallUnknown() => Client.Call(UnknownMethod);

    internal CallStatus CallUnknown(TimeSpan timeout) => Client.Call(UnknownMethod, timeout);

    internal bool Serve(Func<Message, Message> implementation)
    {
        while (Server.Take(out var request))
        {
            if (Dispatch(request, implementation))
                return true;
        }

        return false;
    }

    internal bool TryServe(Func<Message, Message> implementation) => Server.TryTake(out var request) && Dispatch(request, implementation);

    internal bool TryServe(Func<Message, Message> implementation, TimeSpan timeout) =>
        Server.TryTake(out var request, timeout) && Dispatch(request, implementation);

    private void SetArgument(in Message argument) => MessageCopy.Write(Place(ref Client.Message.Argument), in argument);

    private Message Result()
    {
        MessageCopy.Read(Place(ref Client.Message.Result), out Message result);
        return result;
    }

    private static bool Dispatch(CallRequest<Words> request, Func<Message, Message> implementation)
    {
        if (request.Method != Method)
        {
            if (request.IsCurrent)
                request.Refuse();
            return false;
        }

        MessageCopy.Read(Place(ref request.Message.Argument), out Message argument);
        if (!request.IsCurrent)
            return false;
        var result = implementation(argument);
        MessageCopy.Write(Place(ref request.Message.Result), in result);
        request.Complete();
        return true;
    }

    private static byte* Place(ref Message message) => (byte*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref message);

    private struct Words
    {
        internal Message Argument;
        internal Message Result;
    }
}
