namespace Nanokernel.Sdk.Analyzers.Systems;

/// <summary>The names that the analyzer knows Nanokernel.Core by.</summary>
internal static class BuilderNames
{
    internal const string SystemBuilder = "Nanokernel.SystemBuilder";
    internal const string PartitionBuilder = "Nanokernel.PartitionBuilder";
    internal const string ChannelBuilder = "Nanokernel.ChannelBuilder";
    internal const string CyclicScheduleBuilder = "Nanokernel.CyclicScheduleBuilder";
    internal const string ByteSize = "Nanokernel.ByteSize";
    internal const string ByteSizeExtensions = "Nanokernel.ByteSizeExtensions";
    internal const string TimeSpan = "System.TimeSpan";
    internal const string Devices = "Nanokernel.Pc";
    internal const string Machines = "Nanokernel.Machines";
}
