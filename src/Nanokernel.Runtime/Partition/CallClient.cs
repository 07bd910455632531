using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>
/// The calling end of a call channel, on which the clients stand that the SDK generates for interfaces with <c>[CallContract]</c>. A call
/// takes one hypercall where the server is ready and of higher priority. Not for interrupt handlers.
/// </summary>
/// <typeparam name="T">The arguments and results of all methods. The build compares them with the server's.</typeparam>
/// <param name="end">The address of the end's record; generated code passes it.</param>
public readonly unsafe struct CallClient<T>(nint end)
    where T : unmanaged
{
    private readonly ChannelEnd* _end = (ChannelEnd*)end;

    /// <summary>The arguments of the next call, and the results of the latest one that is completed.</summary>
    public ref T Message => ref *(T*)(_end->Address + CallHeader.MessageOffset);

    /// <summary>Calls a method whose arguments are in the message, and waits until it is done.</summary>
    /// <param name="method">The method's place in the contract.</param>
    /// <returns>How the call ended; if it is completed, its result is in the message.</returns>
    public CallStatus Call(uint method)
    {
        // Here rather than in one method for both: most servers have answered when the notification comes back.
        var header = (CallHeader*)_end->Address;
        var number = CallExchange.Request(_end, header, method);
        return Volatile.Read(ref header->Answered) == number && Volatile.Read(ref header->Refused) == 0
            ? CallStatus.Completed
            : CallExchange.Await(_end, number, ulong.MaxValue);
    }

    /// <summary>Calls a method whose arguments are in the message, and waits until it is done, no longer than a time.</summary>
    /// <param name="method">The method's place in the contract.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <returns>How the call ended; if it is completed, its result is in the message.</returns>
    public CallStatus Call(uint method, TimeSpan timeout)
    {
        var deadline = Clock.TimestampAfter(timeout);
        return CallExchange.Await(_end, CallExchange.Request(_end, (CallHeader*)_end->Address, method), deadline);
    }
}
