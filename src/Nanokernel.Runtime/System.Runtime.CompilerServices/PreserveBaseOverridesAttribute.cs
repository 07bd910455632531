namespace System.Runtime.CompilerServices;

/// <summary>Marks an override with a covariant result.</summary>
public sealed class PreserveBaseOverridesAttribute : Attribute;
