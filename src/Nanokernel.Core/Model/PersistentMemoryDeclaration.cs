using Nanokernel.Checking;

namespace Nanokernel.Model;

/// <summary>A block of persistent memory as it was written, not checked yet. Its size is that of the owner's type.</summary>
/// <param name="Name">The name, the same that the owner's end has.</param>
/// <param name="Location">Where it was added.</param>
public sealed record PersistentMemoryDeclaration(string Name, SourceLocation? Location)
    : ChannelDeclaration(ChannelKind.PersistentMemory, Name, Location);
