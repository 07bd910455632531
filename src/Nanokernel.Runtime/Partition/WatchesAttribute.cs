using System;

namespace Nanokernel;

/// <summary>
/// Marks a static partial property of type <see cref="FaultMonitor"/>: the partition watches the partition of that name, as the system has to
/// allow it.
/// </summary>
/// <param name="name">The watched partition's name in the system.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WatchesAttribute(string name) : Attribute
{
    /// <summary>The watched partition's name.</summary>
    public string Name { get; } = name;
}
