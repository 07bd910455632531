namespace System.Runtime.CompilerServices;

/// <summary>Marks a <c>ref readonly</c> parameter.</summary>
public sealed class RequiresLocationAttribute : Attribute;
