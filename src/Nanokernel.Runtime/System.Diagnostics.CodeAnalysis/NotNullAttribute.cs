namespace System.Diagnostics.CodeAnalysis;

/// <summary>Null does not come out.</summary>
public sealed class NotNullAttribute : Attribute;
