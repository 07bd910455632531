using Nanokernel.Checking;
using Nanokernel.Model;

namespace Nanokernel;

/// <summary>The watch over a partition; <see cref="PartitionBuilder.Watches"/> adds watchers to it.</summary>
internal sealed class WatchBuilder : ChannelBuilder
{
    internal WatchBuilder(SystemBuilder system, PartitionBuilder watched, SourceLocation? location)
        : base(system, new WatchDeclaration(watched.NameIn(system), location)) =>
        Wire(ChannelRole.Watched, watched, location);

    internal void By(PartitionBuilder watcher, SourceLocation? location) => Wire(ChannelRole.Watcher, watcher, location);
}
