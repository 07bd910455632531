namespace System;

/// <summary>What an attribute can be put on.</summary>
[Flags]
public enum AttributeTargets
{
    /// <summary>An assembly.</summary>
    Assembly = 1,

    /// <summary>A module.</summary>
    Module = 2,

    /// <summary>A class.</summary>
    Class = 4,

    /// <summary>A struct.</summary>
    Struct = 8,

    /// <summary>An enumeration.</summary>
    Enum = 16,

    /// <summary>A constructor.</summary>
    Constructor = 32,

    /// <summary>A method.</summary>
    Method = 64,

    /// <summary>A property.</summary>
    Property = 128,

    /// <summary>A field.</summary>
    Field = 256,

    /// <summary>An event.</summary>
    Event = 512,

    /// <summary>An interface.</summary>
    Interface = 1024,

    /// <summary>A parameter.</summary>
    Parameter = 2048,

    /// <summary>A delegate.</summary>
    Delegate = 4096,

    /// <summary>A return value.</summary>
    ReturnValue = 8192,

    /// <summary>A type parameter.</summary>
    GenericParameter = 16384,

    /// <summary>Anything.</summary>
    All = 32767,
}
