namespace System.Diagnostics.CodeAnalysis;

/// <summary>Left out of coverage figures.</summary>
public sealed class ExcludeFromCodeCoverageAttribute : Attribute;
