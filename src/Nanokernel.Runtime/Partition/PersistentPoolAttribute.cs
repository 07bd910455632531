using System;

namespace Nanokernel;

/// <summary>
/// Marks a static partial property of type <see cref="PersistentPool"/>: the partition has blocks in the pool of that name. The system decides
/// how large the pool is.
/// </summary>
/// <param name="pool">The pool's name, the same as in the system's <c>AddPersistentPool</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersistentPoolAttribute(string pool) : Attribute
{
    /// <summary>The pool's name.</summary>
    public string Pool { get; } = pool;
}
