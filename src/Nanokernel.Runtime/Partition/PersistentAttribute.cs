using System;

namespace Nanokernel;

/// <summary>
/// Marks a static partial property of type <see cref="PersistentMemory{T}"/>: the partition keeps the block of that name. The type decides
/// its size.
/// </summary>
/// <param name="block">The block's name, the same as in the system's <c>AddPersistentMemory</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersistentAttribute(string block) : Attribute
{
    /// <summary>The block's name.</summary>
    public string Block { get; } = block;
}
