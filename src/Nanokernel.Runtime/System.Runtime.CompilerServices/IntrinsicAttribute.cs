namespace System.Runtime.CompilerServices;

/// <summary>Marks what the compiler may expand in place.</summary>
internal sealed class IntrinsicAttribute : Attribute;
