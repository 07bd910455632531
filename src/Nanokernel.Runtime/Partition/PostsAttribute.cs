using System;

namespace Nanokernel;

/// <summary>
/// Marks a static partial property of type <see cref="EventPoster"/>: the partition posts the event of that name. The system decides who waits for it.
/// </summary>
/// <param name="name">The name, the same as in the system's <c>AddEvent</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PostsAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
