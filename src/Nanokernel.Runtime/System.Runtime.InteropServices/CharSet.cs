namespace System.Runtime.InteropServices;

/// <summary>How native code sees characters.</summary>
public enum CharSet
{
    /// <summary>Not stated.</summary>
    None = 1,

    /// <summary>Bytes.</summary>
    Ansi = 2,

    /// <summary>UTF-16.</summary>
    Unicode = 3,

    /// <summary>As the platform has it.</summary>
    Auto = 4,
}
