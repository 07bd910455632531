namespace Nanokernel.Core.Tests.Rules;

/// <summary>The samples of all rules.</summary>
internal static class RuleSamples
{
    internal static IReadOnlyList<RuleSample> All { get; } =
    [
        .. IdentitySamples.All,
        .. AssemblySamples.All,
        .. MemorySamples.All,
        .. PortSamples.All,
        .. InterruptSamples.All,
        .. DeviceSamples.All,
        .. QueueSamples.All,
        .. ChannelEndSamples.All,
        .. ConsoleSamples.All,
    ];
}
