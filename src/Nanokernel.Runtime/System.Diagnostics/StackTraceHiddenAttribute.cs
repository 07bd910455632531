namespace System.Diagnostics;

/// <summary>Tells debuggers to pass over the member.</summary>
public sealed class StackTraceHiddenAttribute : Attribute;
