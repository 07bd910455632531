namespace System.Runtime.InteropServices;

/// <summary>Marks an output.</summary>
public sealed class OutAttribute : Attribute;
