namespace System.Runtime.CompilerServices;

/// <summary>Marks a type that an interpolated string can be built by.</summary>
public sealed class InterpolatedStringHandlerAttribute : Attribute;
