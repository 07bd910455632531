namespace Nanokernel.Core.Tests.Rules;

/// <summary>The samples of all rules.</summary>
internal static class RuleSamples
{
    internal static IReadOnlyList<RuleSample> All { get; } =
    [
        .. IdentitySamples.All,
        .. AssemblySamples.All,
        .. RightSamples.All,
        .. MemorySamples.All,
        .. DmaSamples.All,
        .. PortSamples.All,
        .. InterruptSamples.All,
        .. ControllerSamples.All,
        .. DeviceSamples.All,
        .. PciSamples.All,
        .. QueueSamples.All,
        .. LockSamples.All,
        .. ChannelEndSamples.All,
        .. SharedMemorySamples.All,
        .. RecordQueueSamples.All,
        .. CallSamples.All,
        .. PersistenceSamples.All,
        .. ConsoleSamples.All,
        .. ProcessorSamples.All,
        .. ScheduleSamples.All,
        .. TraceSamples.All,
        .. MachineSamples.All,
        .. FaultSamples.All,
        .. WatchSamples.All,
    ];
}
