namespace System.Runtime.CompilerServices;

/// <summary>Marks a <c>params</c> parameter that is a collection.</summary>
public sealed class ParamCollectionAttribute : Attribute;
