namespace System.Runtime.CompilerServices;

/// <summary>Marks a read-only struct or reference.</summary>
public sealed class IsReadOnlyAttribute : Attribute;
