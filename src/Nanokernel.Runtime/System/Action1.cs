namespace System;

/// <summary>A method of 1 argument without a result.</summary>
public delegate void Action<in T>(T obj)
    where T : allows ref struct;
