using Microsoft.CodeAnalysis;
using Nanokernel.Checking;
using Nanokernel.Model;

namespace Nanokernel.Sdk.Analyzers.Systems;

/// <summary>A system as far as one method shows it.</summary>
internal sealed class SystemDraft
{
    private const string UnknownName = "system";

    internal string Name { get; set; } = UnknownName;

    /// <summary>The machine; one without devices where it is not known, so that nothing is said about what it reserves.</summary>
    internal Machine Machine { get; set; } = new(UnknownName);

    internal SourceLocation? Location { get; set; }

    internal Stated<TimeSpan>? TimeSlice { get; set; }

    internal ScheduleDraft? Schedule { get; set; }

    internal Stated<ByteSize>? Trace { get; set; }

    internal List<PartitionDraft> Partitions { get; } = [];

    internal List<ChannelDraft> Channels { get; } = [];

    /// <summary>Where in the syntax the places of the declaration are.</summary>
    internal Dictionary<SourceLocation, Location> Places { get; } = [];

    internal SystemDeclaration Declaration => new(Name, Machine, Location)
    {
        TimeSlice = TimeSlice,
        Schedule = Schedule?.Declaration,
        Trace = Trace,
        Partitions = [.. Partitions.Select(partition => partition.Declaration)],
        Channels = [.. Channels.Select(channel => channel.Declaration)],
    };
}

/// <summary>A partition as far as one method shows it.</summary>
internal sealed class PartitionDraft(SystemDraft system, PartitionDeclaration declaration)
{
    internal SystemDraft System { get; } = system;

    internal PartitionDeclaration Declaration { get; set; } = declaration;
}

/// <summary>A cyclic schedule as far as one method shows it.</summary>
internal sealed class ScheduleDraft(SystemDraft system, CyclicScheduleDeclaration declaration)
{
    internal SystemDraft System { get; } = system;

    internal CyclicScheduleDeclaration Declaration { get; set; } = declaration;
}

/// <summary>A channel as far as one method shows it.</summary>
internal sealed class ChannelDraft(SystemDraft system, ChannelDeclaration declaration)
{
    internal SystemDraft System { get; } = system;

    internal ChannelDeclaration Declaration { get; set; } = declaration;
}
