using Nanokernel.Checking;

namespace Nanokernel.Model;

/// <summary>A call channel as it was written, not checked yet.</summary>
/// <param name="Name">The name, the same that the partitions' ends have.</param>
/// <param name="Location">Where it was added.</param>
public sealed record CallDeclaration(string Name, SourceLocation? Location) : ChannelDeclaration(ChannelKind.Call, Name, Location);
