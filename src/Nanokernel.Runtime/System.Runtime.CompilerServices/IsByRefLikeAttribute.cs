namespace System.Runtime.CompilerServices;

/// <summary>Marks a ref struct.</summary>
public sealed class IsByRefLikeAttribute : Attribute;
