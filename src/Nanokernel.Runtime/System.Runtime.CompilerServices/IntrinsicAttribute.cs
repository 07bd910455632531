namespace System.Runtime.CompilerServices;

/// <summary>Marks what the compiler may expand in place.</summary>
public sealed class IntrinsicAttribute : Attribute;
