namespace EmulatedPrinter;

/// <summary>Prints as programs did on the parallel port, and knows of no emulation.</summary>
[Partition]
internal static partial class Legacy
{
    private const ushort Data = 0x378;
    private const ushort Status = 0x379;
    private const ushort Control = 0x37A;
    private const byte NotBusy = 0x80;
    private const byte Strobe = 0x01;

    private static void Main()
    {
        Exceptions.Attach(Printer.OnException);
        Print("Quarterly report\n");
        Print("All figures as last year.\n");
        Console.WriteLine($"{Printer.Accesses} accesses to ports emulated");
    }

    private static void Print(string text)
    {
        foreach (var character in text)
        {
            while ((IoPort.ReadByte(Status) & NotBusy) == 0)
            {
            }

            IoPort.WriteByte(Data, (byte)character);
            IoPort.WriteByte(Control, Strobe);
            IoPort.WriteByte(Control, 0);
        }
    }
}
