namespace System.Runtime.CompilerServices;

/// <summary>Marks what the compiler made.</summary>
public sealed class CompilerGeneratedAttribute : Attribute;
