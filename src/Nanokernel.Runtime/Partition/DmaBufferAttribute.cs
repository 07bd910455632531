using System;

namespace Nanokernel;

/// <summary>
/// Marks a static partial property of type <see cref="DmaBuffer"/>: the partition uses the buffer of that name. The system decides how
/// large it is and how high it may lie.
/// </summary>
/// <param name="buffer">The buffer's name, the same as in the system's <c>WithDmaBuffer</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DmaBufferAttribute(string buffer) : Attribute
{
    /// <summary>The buffer's name.</summary>
    public string Buffer { get; } = buffer;
}
