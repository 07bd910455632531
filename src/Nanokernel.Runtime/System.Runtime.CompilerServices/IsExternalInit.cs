namespace System.Runtime.CompilerServices;

/// <summary>Marks <c>init</c> accessors.</summary>
public static class IsExternalInit;
