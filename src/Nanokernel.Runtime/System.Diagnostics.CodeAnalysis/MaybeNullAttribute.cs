namespace System.Diagnostics.CodeAnalysis;

/// <summary>Null may come out.</summary>
public sealed class MaybeNullAttribute : Attribute;
