namespace Watchdog;

/// <summary>Crashes in the way that a letter on COM1 asks for.</summary>
[Partition]
internal static unsafe partial class Process
{
    private const ushort Data = 0x3F8;
    private const ushort LineStatus = 0x3FD;
    private const byte DataReady = 1;

    private static object? s_kept;

    [Persistent("life")]
    private static partial PersistentMemory<Life> Memory { get; }

    [Posts("quit")]
    private static partial EventPoster Quit { get; }

    private static void Main()
    {
        Memory.Value.Starts++;
        Memory.Commit();
        Console.WriteLine($"start {Memory.Value.Starts}: n null, d division, s stack, h heap, t throw, f fail fast, b budget, m silence, q quit");
        while (true)
        {
            Heartbeat.Beat();
            Clock.Sleep(TimeSpan.FromMilliseconds(2));
            if ((IoPort.ReadByte(LineStatus) & DataReady) != 0)
                Obey(IoPort.ReadByte(Data));
        }
    }

    private static void Obey(byte letter)
    {
        switch (letter)
        {
            case (byte)'n':
                *(int*)0 = 1;
                break;
            case (byte)'d':
                Console.WriteLine(1 / (Memory.Value.Starts - Memory.Value.Starts));
                break;
            case (byte)'s':
                Console.WriteLine(Deeper(0));
                break;
            case (byte)'h':
                while (true)
                    s_kept = new byte[10_000];
            case (byte)'t':
                throw new InvalidOperationException("somebody asked for it");
            case (byte)'f':
                Environment.FailFast("nothing can be done any more");
                break;
            case (byte)'b':
                for (var start = Clock.Now; Clock.Now - start < TimeSpan.FromMilliseconds(20);)
                    Heartbeat.Beat();
                break;
            case (byte)'m':
                while (true)
                    Clock.Sleep(TimeSpan.FromSeconds(1));
            case (byte)'q':
                Quit.Post();
                break;
            default:
                break;
        }
    }

    private static int Deeper(int depth) => Deeper(depth + 1) + depth;
}
