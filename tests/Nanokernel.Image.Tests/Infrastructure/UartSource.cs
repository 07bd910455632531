namespace Nanokernel.Image.Tests.Infrastructure;

/// <summary>
/// The source of partitions that raise an interrupt line whenever they want to: a UART whose transmitter is empty raises its line in the
/// very instruction that enables the transmitter's interrupt, and lowers it when its cause is read.
/// </summary>
internal static class UartSource
{
    private const string Uart = """
        static class Uart
        {
            public const ushort Com1 = 0x3F8;
            public const ushort Com2 = 0x2F8;

            public static void Raise(ushort port)
            {
                IoPort.WriteByte((ushort)(port + 1), 0);
                IoPort.WriteByte((ushort)(port + 1), 2);
            }

            public static void Lower(ushort port) => IoPort.ReadByte((ushort)(port + 2));
        }
        """;

    /// <summary>A partition that can use the class Uart.</summary>
    /// <param name="type">The name of its class.</param>
    /// <param name="members">The members of its class.</param>
    public static string Partition(string type, string members) => $$"""
        [Partition]
        static partial class {{type}}
        {
            {{members}}
        }

        {{Uart}}
        """;
}
