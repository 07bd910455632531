namespace System.Runtime.InteropServices;

/// <summary>Marks an input.</summary>
public sealed class InAttribute : Attribute;
