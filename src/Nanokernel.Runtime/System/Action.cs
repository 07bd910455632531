namespace System;

/// <summary>A method of no arguments without a result.</summary>
public delegate void Action();
