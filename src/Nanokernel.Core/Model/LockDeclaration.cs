using Nanokernel.Checking;

namespace Nanokernel.Model;

/// <summary>A lock as it was written, not checked yet.</summary>
/// <param name="Name">The name, the same that the partitions' ends have.</param>
/// <param name="Location">Where it was added.</param>
public sealed record LockDeclaration(string Name, SourceLocation? Location) : ChannelDeclaration(ChannelKind.Lock, Name, Location);
