namespace System.Diagnostics.CodeAnalysis;

/// <summary>Null may go in.</summary>
public sealed class AllowNullAttribute : Attribute;
