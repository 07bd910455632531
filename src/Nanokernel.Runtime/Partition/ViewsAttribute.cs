using System;

namespace Nanokernel;

/// <summary>
/// Marks a static partial property of type <see cref="ReadOnlySharedMemory{T}"/>: the partition reads the shared memory of that name. The system decides how large it is and who writes it.
/// </summary>
/// <param name="name">The name, the same as in the system's <c>AddSharedMemory</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ViewsAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
