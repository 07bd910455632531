using System;

namespace Nanokernel;

/// <summary>
/// Marks a static partial property whose type is the client that the SDK has generated for an interface with <c>[CallContract]</c>: the
/// partition calls the server of that name. The system decides who serves.
/// </summary>
/// <param name="name">The call channel's name, the same as in the system's <c>AddCall</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CallsAttribute(string name) : Attribute
{
    /// <summary>The call channel's name.</summary>
    public string Name { get; } = name;
}
