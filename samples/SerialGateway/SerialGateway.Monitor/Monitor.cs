namespace SerialGateway;

/// <summary>Sends what the line received to COM1, and tells the progress. A 'q' from COM1 ends the system.</summary>
[Partition]
internal static partial class Monitor
{
    private const uint ReportEvery = 16 * 1024;

    private static readonly Uart s_com1 = new(0x3F8);

    [Receives("data")]
    private static partial Receiver<Block> Data { get; }

    [Sends("passed")]
    private static partial Sender<Passed> Progress { get; }

    private static void Main()
    {
        Interrupts.Attach(InterruptLine.Com1, OnInterrupt);
        s_com1.Initialize();
        s_com1.EnableFifos();
        s_com1.EnableInterrupts(receive: true, transmit: false);
        Console.WriteLine("monitor: sends to COM1");

        var bytes = 0u;
        var nextReport = ReportEvery;
        while (Data.Receive(out var block))
        {
            Send(in block);
            bytes += (uint)block.Count;
            if (bytes < nextReport)
                continue;

            nextReport += ReportEvery;
            Progress.Send(new Passed(bytes));
        }
    }

    private static void Send(in Block block)
    {
        for (var i = 0; i < block.Count;)
        {
            WaitForTransmitter();
            for (var end = Math.Min(i + Uart.FifoBytes, block.Count); i < end; i++)
                s_com1.Send(block[i]);
        }
    }

    // A UART that is still busy tells by interrupt when it has room, so that the processor is free until then.
    private static void WaitForTransmitter()
    {
        if (s_com1.CanSend)
            return;

        s_com1.EnableInterrupts(receive: true, transmit: true);
        while (!s_com1.CanSend)
            Processor.Wait();
        s_com1.EnableInterrupts(receive: true, transmit: false);
    }

    private static void OnInterrupt()
    {
        while (s_com1.HasByte)
        {
            if (s_com1.Receive() == (byte)'q')
                Machine.EndSystem(0);
        }

        s_com1.AcknowledgeTransmitter();
    }
}
