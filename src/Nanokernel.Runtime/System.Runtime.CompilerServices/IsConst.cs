namespace System.Runtime.CompilerServices;

/// <summary>Marks constant types.</summary>
public static class IsConst;
