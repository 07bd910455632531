using Nanokernel.Checking;

namespace Nanokernel.Model;

/// <summary>A pool of persistent memory as it was written, not checked yet.</summary>
/// <param name="Name">The name, the same that the partitions' ends have.</param>
/// <param name="Size">The bytes of all blocks, whole pages.</param>
/// <param name="Location">Where it was added.</param>
public sealed record PersistentPoolDeclaration(string Name, ByteSize Size, SourceLocation? Location)
    : ChannelDeclaration(ChannelKind.PersistentPool, Name, Location);
