namespace System.Runtime.CompilerServices;

/// <summary>The parameter gets the path of the caller's source file.</summary>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class CallerFilePathAttribute : Attribute;
