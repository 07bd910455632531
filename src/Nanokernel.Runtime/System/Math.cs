namespace System;

/// <summary>Arithmetic.</summary>
public static partial class Math
{
}
