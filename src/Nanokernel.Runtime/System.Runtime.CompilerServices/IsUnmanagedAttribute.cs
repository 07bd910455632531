namespace System.Runtime.CompilerServices;

/// <summary>Marks an unmanaged type parameter.</summary>
public sealed class IsUnmanagedAttribute : Attribute;
