namespace Nanokernel.X86.Toolchain;

/// <summary>A symbol of an <see cref="ObjectFile"/>.</summary>
/// <param name="name">The name as the object spells it.</param>
public sealed class ObjectSymbol(string name)
{
    /// <summary>The name as the object spells it.</summary>
    public string Name { get; } = name;

    /// <summary>The section that holds it; null when it is undefined or absolute.</summary>
    public ObjectSection? Section { get; init; }

    /// <summary>The offset in the section, or the value of an absolute symbol.</summary>
    public uint Offset { get; init; }

    /// <summary>The bytes it covers, 0 when that is not known.</summary>
    public uint Size { get; init; }

    /// <summary>Whether <see cref="Offset"/> is a value and not an offset.</summary>
    public bool IsAbsolute { get; init; }

    /// <summary>Whether other objects see it.</summary>
    public bool IsGlobal { get; init; }

    /// <summary>Whether it names code.</summary>
    public bool IsFunction { get; init; }

    /// <summary>Whether it stands for its whole section and not for a thing in it.</summary>
    public bool IsSection { get; init; }

    /// <summary>Whether it has to be found in another object.</summary>
    public bool IsUndefined => Section is null && !IsAbsolute;
}
