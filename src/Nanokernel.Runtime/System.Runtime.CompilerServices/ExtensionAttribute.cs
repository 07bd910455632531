namespace System.Runtime.CompilerServices;

/// <summary>Marks an extension method.</summary>
public sealed class ExtensionAttribute : Attribute;
