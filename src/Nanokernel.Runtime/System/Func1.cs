namespace System;

/// <summary>A method of no arguments with a result.</summary>
public delegate TResult Func<out TResult>()
    where TResult : allows ref struct;
