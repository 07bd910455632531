namespace Nanokernel.Model;

/// <summary>A stated limit of an interrupt line.</summary>
/// <param name="Line">The line.</param>
/// <param name="Limit">How often it may ask.</param>
public readonly record struct LineLimit(int Line, InterruptLimit Limit);
