namespace InterruptStorm;

/// <summary>
/// Serves a device on a level-triggered line: a UART that asks whenever its transmitter is empty, until the cause is read. After 100
/// interrupts the handler forgets that reading, as a driver with a defect would.
/// </summary>
[Partition]
internal static partial class Sensor
{
    private const ushort InterruptEnable = 0x2F9;
    private const ushort InterruptCause = 0x2FA;
    private const byte TransmitterEmpty = 2;
    private const int SoundInterrupts = 100;

    private static int s_served;

    private static void Main()
    {
        Interrupts.Attach(InterruptLine.Com2, OnInterrupt);
        foreach (var time in Clock.Every(TimeSpan.FromMilliseconds(1)))
        {
            if (s_served == SoundInterrupts)
                Console.WriteLine($"sensor: {s_served} interrupts served, at {(int)time.TotalMilliseconds} ms the defect begins");
            Ask();
        }
    }

    private static void Ask()
    {
        IoPort.WriteByte(InterruptEnable, 0);
        IoPort.WriteByte(InterruptEnable, TransmitterEmpty);
    }

    private static void OnInterrupt()
    {
        if (s_served < SoundInterrupts)
        {
            IoPort.ReadByte(InterruptCause);
            s_served++;
        }

        // The kernel has masked the line; from here on it may ask again.
        Interrupts.Complete(InterruptLine.Com2);
    }
}
