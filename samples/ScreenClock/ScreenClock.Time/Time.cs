namespace ScreenClock;

/// <summary>Looks at the real-time clock ten times a second, and sends each new time.</summary>
[Partition]
internal static partial class Time
{
    // MC146818: an index port, a data port, and registers in binary coded decimals.
    private const ushort Index = 0x70;
    private const ushort Data = 0x71;
    private const byte Seconds = 0x00;
    private const byte Minutes = 0x02;
    private const byte Hours = 0x04;
    private const byte StatusA = 0x0A;
    private const byte UpdateInProgress = 0x80;

    [Sends("time")]
    private static partial Sender<TimeOfDay> Out { get; }

    private static void Main()
    {
        var shown = Read(Seconds);
        foreach (var _ in Clock.Every(TimeSpan.FromMilliseconds(100)))
        {
            // The registers hold for 244 microseconds at least once the flag is clear.
            if ((Read(StatusA) & UpdateInProgress) != 0 || Read(Seconds) == shown)
                continue;
            shown = Read(Seconds);
            Out.Send(new TimeOfDay(Decimal(Read(Hours)), Decimal(Read(Minutes)), Decimal(shown)));
        }
    }

    private static byte Read(byte register)
    {
        IoPort.WriteByte(Index, register);
        return IoPort.ReadByte(Data);
    }

    private static int Decimal(byte digits) => ((digits >> 4) * 10) + (digits & 0x0F);
}
