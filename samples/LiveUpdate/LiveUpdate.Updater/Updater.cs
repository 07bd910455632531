/// <summary>Puts each image that comes in at COM2 into the process's place, and tells how it fares.</summary>
[Partition]
internal static partial class Updater
{
    private const ushort Port = 0x2F8;

    [Watches("process")]
    private static partial FaultMonitor Process { get; }

    private static void Main()
    {
        Console.WriteLine("waits for an image on COM2");
        while (true)
        {
            var image = Receive();
            Console.WriteLine($"{image.Length} bytes: {Describe(Process.Replace(image))}");
            while (Process.Image == WatchedImage.OnTrial)
                Clock.Sleep(TimeSpan.FromMilliseconds(10));
            Console.WriteLine($"process runs {Describe(Process.Image)}");
        }
    }

    /// <summary>The first bytes of an image tell how many there are; what is no image is left out.</summary>
    private static byte[] Receive()
    {
        var start = new byte[FaultMonitor.ImageHeadBytes];
        Read(start);
        int length;
        while ((length = FaultMonitor.ImageLength(start)) == 0)
        {
            start.AsSpan(1).CopyTo(start);
            Read(start.AsSpan(start.Length - 1));
        }

        var image = new byte[length];
        start.AsSpan().CopyTo(image);
        Read(image.AsSpan(start.Length));
        return image;
    }

    private static void Read(Span<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            while ((IoPort.ReadByte(Port + 5) & 1) == 0)        // LSR: DR
                Clock.Sleep(TimeSpan.FromMicroseconds(50));
            bytes[i] = IoPort.ReadByte(Port);
        }
    }

    private static string Describe(ImageReplacement replacement) => replacement switch
    {
        ImageReplacement.Accepted => "the process starts from it",
        ImageReplacement.Busy => "another one is on trial",
        ImageReplacement.Malformed => "it is damaged, or too large",
        ImageReplacement.Foreign => "it is for another system",
        _ => "it is not signed for this system",
    };

    private static string Describe(WatchedImage image) => image switch
    {
        WatchedImage.Replaced => "the new image",
        WatchedImage.FellBack => "the image before, for the new one did not live",
        _ => "what it ran before",
    };
}
