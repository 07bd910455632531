namespace System.Runtime.CompilerServices;

/// <summary>The parameter gets the caller's name.</summary>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class CallerMemberNameAttribute : Attribute;
