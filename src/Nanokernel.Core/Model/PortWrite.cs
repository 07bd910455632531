namespace Nanokernel;

/// <summary>A byte for a port.</summary>
/// <param name="Port">The port.</param>
/// <param name="Value">The byte.</param>
public readonly record struct PortWrite(int Port, byte Value);
