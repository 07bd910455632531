namespace System.Runtime.CompilerServices;

/// <summary>Marks a scoped reference.</summary>
public sealed class ScopedRefAttribute : Attribute;
