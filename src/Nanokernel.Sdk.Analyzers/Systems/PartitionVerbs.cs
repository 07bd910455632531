using Microsoft.CodeAnalysis.Operations;
using Nanokernel.Checking;
using Nanokernel.Model;

namespace Nanokernel.Sdk.Analyzers.Systems;

/// <summary>What a call on a partition's builder states, as far as its arguments are constants.</summary>
internal static class PartitionVerbs
{
    internal static PartitionDeclaration Apply(PartitionDeclaration partition, IInvocationOperation call, SourceLocation place)
    {
        switch (call.TargetMethod.Name)
        {
            case "WithMemory" when SizeOf(call) is { } size:
                return partition with { Memory = new(size, place) };
            case "WithStack" when SizeOf(call) is { } size:
                return partition with { Stack = new(size, place) };
            case "WithHeap" when SizeOf(call) is { } size:
                return partition with { Heap = new(size, place) };
            case "WithBudget" when ConstantReader.Duration(ConstantReader.Argument(call, "budget")) is { } budget
                && ConstantReader.Duration(ConstantReader.Argument(call, "period")) is { } period:
                return partition with { Budget = new(new ProcessorBudget(budget, period), place) };
            case "OwnsDevice" when ConstantReader.Device(ConstantReader.Argument(call, "device")) is { } device:
                return partition with { Devices = partition.Devices.Add(new(device, place)) };
            case "OwnsPorts" when NumberOf(call, "start") is { } start && NumberOf(call, "end") is { } end:
                return partition with { NamedPorts = partition.NamedPorts.Add(new(new PortRange(start, end), place)) };
            case "OwnsInterrupt" when NumberOf(call, "irq") is { } line && NumberOf(call, "trigger") is { } trigger:
                var interrupt = new DeviceInterrupt(line, (InterruptTrigger)trigger);
                return partition with { NamedInterrupts = partition.NamedInterrupts.Add(new(interrupt, place)) };
            case "WithInterruptLimit" when NumberOf(call, "irq") is { } limited && NumberOf(call, "interrupts") is { } interrupts
                && ConstantReader.Duration(ConstantReader.Argument(call, "within")) is { } within:
                var limit = new LineLimit(limited, new InterruptLimit(interrupts, within));
                return partition with { InterruptLimits = partition.InterruptLimits.Add(new(limit, place)) };
            case "WithDmaBuffer" when ConstantReader.Text(call, "name") is { } name && SizeOf(call) is { } size
                && ConstantReader.TryOptionalSize(call, "below", out var below)
                && ConstantReader.TryOptionalSize(call, "alignment", out var alignment):
                return partition with { DmaBuffers = partition.DmaBuffers.Add(new(new DmaBufferDeclaration(name, size, below, alignment), place)) };
            case "OnFault" when NumberOf(call, "action") is { } action && (!IsForOneEvent(call) || NumberOf(call, "fault") is not null):
                var response = new FaultResponse((FaultEvent?)NumberOf(call, "fault"), (FaultAction)action);
                return partition with { FaultResponses = partition.FaultResponses.Add(new(response, place)) };
            case "WithRestartLimit" when NumberOf(call, "restarts") is { } restarts
                && ConstantReader.Duration(ConstantReader.Argument(call, "within")) is { } restartTime && NumberOf(call, "then") is { } then:
                return partition with { RestartLimit = new(new RestartLimit(restarts, restartTime, (FaultAction)then), place) };
            case "WithHeartbeat" when ConstantReader.Duration(ConstantReader.Argument(call, "within")) is { } heartbeat:
                return partition with { Heartbeat = new(heartbeat, place) };
            case "WithReplaceableImage":
                return partition with { HasReplaceableImage = new(Value: true, place) };
            case "WithConsole" when ConstantReader.Device(ConstantReader.Argument(call, "uart")) is { } uart:
                return partition with { Console = new(PartitionConsole.OnUart(uart), place) };
            default:
                return partition;
        }
    }

    private static bool IsForOneEvent(IInvocationOperation call) => ConstantReader.Argument(call, "fault") is not null;

    private static ByteSize? SizeOf(IInvocationOperation call) => ConstantReader.Size(ConstantReader.Argument(call, "size"));

    private static int? NumberOf(IInvocationOperation call, string parameter) =>
        ConstantReader.Number(ConstantReader.Argument(call, parameter));
}
