using Nanokernel.Checking;

namespace Nanokernel.Model;

/// <summary>An event as it was written, not checked yet.</summary>
/// <param name="Name">The name, the same that the partitions' ends have.</param>
/// <param name="Reset">What becomes of it once somebody has waited for it.</param>
/// <param name="Location">Where it was added.</param>
public sealed record EventDeclaration(string Name, EventReset Reset, SourceLocation? Location) : ChannelDeclaration(ChannelKind.Event, Name, Location);
