namespace System.Runtime.CompilerServices;

/// <summary>The parameter gets the caller's line number.</summary>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class CallerLineNumberAttribute : Attribute;
