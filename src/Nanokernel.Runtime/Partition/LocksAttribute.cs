using System;

namespace Nanokernel;

/// <summary>
/// Marks a static partial property of type <see cref="PartitionLock"/>: the partition shares the lock of that name. The system decides with
/// whom.
/// </summary>
/// <param name="name">The lock's name, the same as in the system's <c>AddLock</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LocksAttribute(string name) : Attribute
{
    /// <summary>The lock's name.</summary>
    public string Name { get; } = name;
}
