namespace SerialGateway;

/// <summary>Receives from COM2 by interrupt. When nobody takes the bytes, it leaves them in the UART, which stops the other side: none is lost.</summary>
[Partition]
internal static partial class Line
{
    private static readonly Uart s_com2 = new(0x2F8);
    private static readonly ByteRing s_received = new(4096);

    [Sends("data")]
    private static partial Sender<Block> Data { get; }

    private static void Main()
    {
        Interrupts.Attach(InterruptLine.Com2, OnReceive);
        s_com2.Initialize();
        while (s_com2.HasByte && s_received.Room > 0)
            s_received.Put(s_com2.Receive());
        s_com2.EnableFifos();
        Console.WriteLine("line: receives from COM2");

        var block = new Block();
        while (true)
        {
            // The handler switches the interrupt off when the ring is full; here is room again.
            // A block that was sent meanwhile may have waited, too, and so have taken the wake-up of what has come since.
            s_com2.EnableInterrupts(receive: true, transmit: false);
            while (s_received.IsEmpty)
                Processor.Wait();

            while (s_received.TryTake(out var value))
            {
                block.Add(value);
                if (block.IsFull)
                    Send(ref block);
            }

            if (block.Count != 0)
                Send(ref block);
        }
    }

    private static void Send(ref Block block)
    {
        Data.Send(in block);
        block.Clear();
    }

    private static void OnReceive()
    {
        while (s_com2.CountReceived() is var count and > 0)
        {
            if (s_received.Room < count)
            {
                s_com2.EnableInterrupts(receive: false, transmit: false);
                return;
            }

            for (; count > 0; count--)
                s_received.Put(s_com2.Receive());
        }
    }
}
