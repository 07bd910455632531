namespace System.Runtime.CompilerServices;

/// <summary>Marks volatile fields.</summary>
public static class IsVolatile;
