namespace System.Diagnostics.CodeAnalysis;

/// <summary>The method does not return.</summary>
public sealed class DoesNotReturnAttribute : Attribute;
