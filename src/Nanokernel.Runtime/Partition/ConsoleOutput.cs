using Nanokernel.Abi;

namespace Nanokernel;

// Where System.Console writes: the UART that the system gives this partition as its console, or the kernel's debug console.
internal static unsafe class ConsoleOutput
{
    // Registers of the 16550 (National Semiconductor PC16550D, table II), as offsets from its first port.
    private const ushort TransmitterHolding = 0;
    private const ushort DivisorLow = 0;
    private const ushort DivisorHigh = 1;
    private const ushort FifoControl = 2;
    private const ushort LineControl = 3;
    private const ushort LineStatus = 5;

    private const byte DivisorLatchAccess = 0x80;
    private const byte EightBitsNoParityOneStop = 0x03;
    private const byte EnableFifo = 0x01;
    private const byte TransmitterHoldingEmpty = 0x20;
    private const int FifoBytes = 16;

    private static bool s_uartReady;

    internal static void Write(byte* text, int bytes)
    {
        var port = (ushort)PartitionPages.Information->ConsolePort;
        if (port == 0)
            WriteDebugConsole(text, bytes);
        else
            WriteUart(port, text, bytes);
    }

    private static void WriteDebugConsole(byte* text, int bytes)
    {
        while (bytes > 0)
        {
            var count = bytes < (int)Hypercall.ConsoleWriteMaximum ? bytes : (int)Hypercall.ConsoleWriteMaximum;
            var written = Hypercalls.WriteConsole(text, count);
            if (written <= 0)
                return;
            text += written;
            bytes -= written;
        }
    }

    private static void WriteUart(ushort port, byte* text, int bytes)
    {
        if (!s_uartReady)
            PrepareUart(port);
        for (var i = 0; i < bytes; i++)
        {
            while (i % FifoBytes == 0 && (IoPort.ReadByte((ushort)(port + LineStatus)) & TransmitterHoldingEmpty) == 0)
            {
            }

            IoPort.WriteByte((ushort)(port + TransmitterHolding), text[i]);
        }
    }

    // 115,200 baud, 8 data bits, no parity, 1 stop bit; interrupts are left as they are.
    private static void PrepareUart(ushort port)
    {
        s_uartReady = true;
        IoPort.WriteByte((ushort)(port + LineControl), DivisorLatchAccess | EightBitsNoParityOneStop);
        IoPort.WriteByte((ushort)(port + DivisorLow), 1);
        IoPort.WriteByte((ushort)(port + DivisorHigh), 0);
        IoPort.WriteByte((ushort)(port + LineControl), EightBitsNoParityOneStop);
        IoPort.WriteByte((ushort)(port + FifoControl), EnableFifo);
    }
}
