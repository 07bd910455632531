namespace System.Diagnostics.CodeAnalysis;

/// <summary>The constructor sets all required members.</summary>
public sealed class SetsRequiredMembersAttribute : Attribute;
