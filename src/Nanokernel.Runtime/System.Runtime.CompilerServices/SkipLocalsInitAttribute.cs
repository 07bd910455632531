namespace System.Runtime.CompilerServices;

/// <summary>Leaves locals and stackalloc memory without zeroing.</summary>
public sealed class SkipLocalsInitAttribute : Attribute;
