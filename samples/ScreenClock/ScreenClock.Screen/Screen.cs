namespace ScreenClock;

/// <summary>Writes the time into the upper right corner of the screen: into the memory of the VGA, which no other partition reaches.</summary>
[Partition]
internal static partial class Screen
{
    private const uint TextMemory = 0xB8000;
    private const int Columns = 80;
    private const int BytesOfCell = 2;
    private const ushort WhiteOnBlue = 0x1F00;
    private const int Times = 3;

    [Receives("time")]
    private static partial Receiver<TimeOfDay> In { get; }

    private static void Main()
    {
        var line = DeviceMemory.At(TextMemory, Columns * BytesOfCell);
        for (var i = 0; i < Times && In.Receive(out var time); i++)
        {
            var text = $"{time.Hours:D2}:{time.Minutes:D2}:{time.Seconds:D2}";
            for (var column = 0; column < text.Length; column++)
                line.WriteUInt16((Columns - text.Length + column) * BytesOfCell, (ushort)(WhiteOnBlue | text[column]));
            Console.WriteLine($"at {Clock.Now.TotalSeconds:F1} s the screen reads {Read(line, text.Length)}");
        }

        Machine.EndSystem(0);
    }

    private static string Read(DeviceMemory line, int length)
    {
        Span<char> text = stackalloc char[Columns];
        for (var column = 0; column < length; column++)
            text[column] = (char)line.ReadByte((Columns - length + column) * BytesOfCell);
        return new string(text[..length]);
    }
}
