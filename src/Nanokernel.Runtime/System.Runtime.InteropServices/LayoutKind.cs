namespace System.Runtime.InteropServices;

/// <summary>How the fields of a struct are laid out.</summary>
public enum LayoutKind
{
    /// <summary>In the order of declaration.</summary>
    Sequential = 0,

    /// <summary>At stated offsets.</summary>
    Explicit = 2,

    /// <summary>As the compiler likes.</summary>
    Auto = 3,
}
