namespace System.Diagnostics.CodeAnalysis;

/// <summary>The reference may leave the method.</summary>
public sealed class UnscopedRefAttribute : Attribute;
