using Nanokernel.Checking;

namespace Nanokernel.Model;

/// <summary>The watch over a partition as it was written, not checked yet: a channel of the partition's name, from it to its watchers.</summary>
/// <param name="Name">The watched partition's name.</param>
/// <param name="Location">Where the first watcher was stated.</param>
public sealed record WatchDeclaration(string Name, SourceLocation? Location) : ChannelDeclaration(ChannelKind.Watch, Name, Location);
