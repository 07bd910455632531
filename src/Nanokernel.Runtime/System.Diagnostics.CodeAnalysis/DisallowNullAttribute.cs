namespace System.Diagnostics.CodeAnalysis;

/// <summary>Null may not go in.</summary>
public sealed class DisallowNullAttribute : Attribute;
