namespace Nanokernel;

/// <summary>The machines that systems are made for.</summary>
public static class Machines
{
    /// <summary>
    /// An IBM-compatible PC with a 32-bit processor, 8259 interrupt controllers and an 8254 timer; see <see cref="Nanokernel.Pc"/>.
    /// </summary>
    public static Machine Pc { get; } = new("pc")
    {
        Memory = ByteSize.FromMebibytes(128),
        Devices = Nanokernel.Pc.Devices,
        EdgeOnlyLines = [0, 1, 2, 8, 13],
    };
}
