namespace System.Runtime.CompilerServices;

/// <summary>Marks a struct that holds an unchecked buffer.</summary>
public sealed class UnsafeValueTypeAttribute : Attribute;
