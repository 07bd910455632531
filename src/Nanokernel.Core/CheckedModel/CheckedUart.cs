namespace Nanokernel.Model;

/// <summary>The UART of a partition's console.</summary>
/// <param name="Device">The device.</param>
/// <param name="Port">Its first port.</param>
/// <param name="Line">Its interrupt line; 0 if it has none.</param>
public sealed record CheckedUart(Device Device, ushort Port, int Line);
