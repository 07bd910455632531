namespace System.Runtime.InteropServices;

/// <summary>Marks a method that only native code calls.</summary>
public sealed class UnmanagedCallersOnlyAttribute : Attribute
{
    /// <summary>The CallConvs of the declaration.</summary>
    public Type[]? CallConvs;

    /// <summary>The EntryPoint of the declaration.</summary>
    public string? EntryPoint;
}
