using Nanokernel.Checking;

namespace Nanokernel.Model;

/// <summary>Shared memory as it was written, not checked yet.</summary>
/// <param name="Name">The name, the same that the partitions' ends have.</param>
/// <param name="Size">The bytes, whole pages.</param>
/// <param name="Location">Where it was added.</param>
public sealed record SharedMemoryDeclaration(string Name, ByteSize Size, SourceLocation? Location)
    : ChannelDeclaration(ChannelKind.SharedMemory, Name, Location);
