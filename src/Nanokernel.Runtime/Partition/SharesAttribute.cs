using System;

namespace Nanokernel;

/// <summary>
/// Marks a static partial property of type <see cref="SharedMemory{T}"/>: the partition reads and writes the shared memory of that name. The system decides how large it is and who else sees it.
/// </summary>
/// <param name="name">The name, the same as in the system's <c>AddSharedMemory</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SharesAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
