using System;

namespace Nanokernel;

/// <summary>
/// Marks a static partial property whose type is the server that the SDK has generated for an interface with <c>[CallContract]</c>: the
/// partition serves the calls of that name. The system decides who calls.
/// </summary>
/// <param name="name">The call channel's name, the same as in the system's <c>AddCall</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ServesAttribute(string name) : Attribute
{
    /// <summary>The call channel's name.</summary>
    public string Name { get; } = name;
}
