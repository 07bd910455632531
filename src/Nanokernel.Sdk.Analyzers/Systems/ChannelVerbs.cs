using Microsoft.CodeAnalysis.Operations;
using Nanokernel.Checking;
using Nanokernel.Model;

namespace Nanokernel.Sdk.Analyzers.Systems;

/// <summary>What a call that adds or wires a channel states, as far as its arguments are constants.</summary>
internal static class ChannelVerbs
{
    /// <summary>The channel that a method of the system's builder adds, or null.</summary>
    internal static ChannelDeclaration? Add(IInvocationOperation call, string name, SourceLocation place) => call.TargetMethod.Name switch
    {
        "AddQueue" => new QueueDeclaration(name, NumberOf(call, "capacity") ?? 1, place),
        "AddRecordQueue" => new RecordQueueDeclaration(
            name, ConstantReader.Size(ConstantReader.Argument(call, "size")) ?? SystemLimits.MinimumRecordQueue, place),
        "AddEvent" => new EventDeclaration(name, (EventReset)(NumberOf(call, "reset") ?? 0), place),
        "AddSharedMemory" => new SharedMemoryDeclaration(
            name, ConstantReader.Size(ConstantReader.Argument(call, "size")) ?? ByteSize.FromKibibytes(4), place),
        "AddPersistentMemory" => new PersistentMemoryDeclaration(name, place),
        "AddLock" => new LockDeclaration(name, place),
        "AddCall" => new CallDeclaration(name, place),
        "AddPersistentPool" => new PersistentPoolDeclaration(
            name, ConstantReader.Size(ConstantReader.Argument(call, "size")) ?? ByteSize.FromKibibytes(4), place),
        _ => null,
    };

    /// <summary>The channel after a call on its builder.</summary>
    internal static ChannelDeclaration Apply(ChannelDeclaration channel, IInvocationOperation call, string partition, SourceLocation place)
    {
        var role = channel.Traits.Roles.FirstOrDefault(role => role.Method == call.TargetMethod.Name);
        if (role is not null)
            return channel with { Wires = channel.Wires.Add(new ChannelWire(role.Role, partition, place) { Address = AddressOf(call) }) };
        if (call.TargetMethod.Name != "OnOverflow" || NumberOf(call, "overflow") is not { } overflow)
            return channel;
        return channel switch
        {
            QueueDeclaration queue => queue with { Overflow = (QueueOverflow)overflow },
            RecordQueueDeclaration records => records with { Overflow = (QueueOverflow)overflow, OverflowLocation = place },
            _ => channel,
        };
    }

    private static uint? AddressOf(IInvocationOperation call) =>
        ConstantReader.Argument(call, "address")?.ConstantValue is { HasValue: true, Value: uint address } ? address : null;

    private static int? NumberOf(IInvocationOperation call, string parameter) =>
        ConstantReader.Number(ConstantReader.Argument(call, parameter));
}
