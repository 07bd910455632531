namespace System;

/// <summary>A method that decides on a value.</summary>
public delegate bool Predicate<in T>(T obj)
    where T : allows ref struct;
