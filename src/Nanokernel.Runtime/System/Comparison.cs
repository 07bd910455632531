namespace System;

/// <summary>A method that compares two values.</summary>
public delegate int Comparison<in T>(T x, T y)
    where T : allows ref struct;
