namespace System.Runtime.InteropServices;

/// <summary>Native types; for the <c>unmanaged</c> constraint, which the compiler marks with it.</summary>
public enum UnmanagedType
{
    /// <summary>A signed byte.</summary>
    I1 = 3,

    /// <summary>A byte.</summary>
    U1 = 4,
}
