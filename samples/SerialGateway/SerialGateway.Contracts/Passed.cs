namespace SerialGateway;

/// <summary>How much has gone through the gateway.</summary>
/// <param name="bytes">Bytes sent since the start.</param>
public readonly struct Passed(uint bytes)
{
    /// <summary>Bytes sent since the start.</summary>
    public readonly uint Bytes = bytes;
}
