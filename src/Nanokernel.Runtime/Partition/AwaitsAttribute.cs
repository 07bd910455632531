using System;

namespace Nanokernel;

/// <summary>
/// Marks a static partial property of type <see cref="EventWaiter"/>: the partition waits for the event of that name. The system decides who posts it.
/// </summary>
/// <param name="name">The name, the same as in the system's <c>AddEvent</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AwaitsAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
