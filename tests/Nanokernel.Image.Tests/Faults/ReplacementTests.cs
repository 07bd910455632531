using System.Globalization;
using System.Security.Cryptography;
using Nanokernel.Abi;
using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Nanokernel.X86.Building;
using Nanokernel.X86.Emulation;
using Xunit;

namespace Nanokernel.Image.Tests.Faults;

/// <summary>New images for a partition: what is taken, what is refused, and the way back.</summary>
public class ReplacementTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly RSA Rsa = RSA.Create(2048);
    private static readonly SigningKey Key = TestKey.Of(Rsa);

    /// <summary>
    /// Takes messages from COM2, and says what became of each: the length of an image, the image, and the place of a byte in it to be changed. A length
    /// of 0: the image of the message before. The places -1: none, and -2: the system ends.
    /// </summary>
    private const string Updater = """
        [Partition]
        static unsafe partial class Updater
        {
            [Watches("process")]
            static partial FaultMonitor Process { get; }

            static void Main()
            {
                IoPort.WriteByte(0x2FA, 0xC7);          // FCR: FIFOs on and cleared, 14 bytes at once
                Console.WriteLine("ready");
                var image = new byte[0];
                for (var number = 1; ; number++)
                {
                    var length = ReadNumber();
                    if (length != 0)
                        Read(image = new byte[length]);
                    var place = ReadNumber();
                    if (place == -2)
                        break;
                    if (place >= 0)
                        image[place] ^= 0x40;
                    var outcome = Process.Replace(image);
                    if (place >= 0)
                        image[place] ^= 0x40;
                    Console.WriteLine($"image {number}: outcome {(int)outcome}");
                    if (outcome != ImageReplacement.Accepted)
                        continue;
                    while (Process.Image == WatchedImage.OnTrial)
                        Clock.Sleep(TimeSpan.FromMilliseconds(1));
                    Clock.Sleep(TimeSpan.FromMilliseconds(15));
                    Console.WriteLine($"image {number}: state {(int)Process.Image}, {Process.Restarts} restarts");
                    while (Process.TryTake(out var notice))
                        Console.WriteLine($"fault {notice.Number}: {(int)notice.Event}, {(int)notice.Action}");
                }

                Machine.EndSystem(0);
            }

            static int ReadNumber()
            {
                var bytes = new byte[4];
                Read(bytes);
                return System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian(bytes);
            }

            static void Read(byte[] bytes)
            {
                for (var i = 0; i < bytes.Length; i++)
                {
                    while ((IoPort.ReadByte(0x2FD) & 1) == 0)
                        Clock.Sleep(TimeSpan.FromMicroseconds(20));
                    bytes[i] = IoPort.ReadByte(0x2F8);
                }
            }
        }
        """;

    private static readonly string Large = $$"""
        [Partition]
        static unsafe partial class Process
        {
            static readonly byte[] s_zeros = new byte[3];
            static Block s_data;

            static ReadOnlySpan<int> Numbers => [{{string.Join(", ", Enumerable.Repeat(4, 6000))}}];

            [Persistent("life")]
            static partial PersistentMemory<int> Life { get; }

            static void Main()
            {
                var sum = 0;
                foreach (var number in Numbers)
                    sum += number;
                var zeros = 0;
                for (var i = 0; i < 20_000; i++)
                    zeros += s_data[i];
                s_data[19_999] = 7;
                Life.Value++;
                Life.Commit();
                Console.WriteLine($"large {Life.Value - 1}: {sum}, {zeros}");
                if (Life.Value == 2)
                    Trespass((byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(Numbers)) + 20_000);
                if (Life.Value == 4)
                    Trespass((byte*)(delegate*<void>)&Main);
                while (true)
                {
                    Heartbeat.Beat();
                    Clock.Sleep(TimeSpan.FromMilliseconds(3));
                }
            }

            [MethodImpl(MethodImplOptions.NoInlining)]
            static void Trespass(byte* place) => *place = 1;

            [InlineArray(20_000)]
            struct Block
            {
                private byte _first;
            }
        }
        """;

    private const string Failing = """
        [Partition]
        static unsafe partial class Process
        {
            [Persistent("life")]
            static partial PersistentMemory<int> Life { get; }

            static void Main()
            {
                Life.Value++;
                Life.Commit();
                Console.WriteLine($"failing, life {Life.Value}");
                switch (Life.Value)
                {
                    case 2:
                        *(int*)16 = 1;
                        break;
                    case 4:
                        throw new InvalidOperationException("at once");
                    case 6:
                        Clock.Sleep(TimeSpan.FromSeconds(10));
                        break;
                    case 8:
                        return;
                    case 10:
                        Life.Value += Deep(1);
                        break;
                }

                while (true)
                {
                    Heartbeat.Beat();
                    Clock.Sleep(TimeSpan.FromMilliseconds(3));
                }
            }

            [MethodImpl(MethodImplOptions.NoInlining)]
            static int Deep(int depth) => Deep(depth + 1) + depth;
        }
        """;

    /// <summary>Brings an image with a changed byte for ever in its first sixty lives, and the image itself in the next one.</summary>
    private const string PatientUpdater = """
        [Partition]
        static unsafe partial class Updater
        {
            [Watches("process")]
            static partial FaultMonitor Process { get; }

            [Persistent("image")]
            static partial PersistentMemory<Stored> Image { get; }

            [Persistent("lives")]
            static partial PersistentMemory<int> Lives { get; }

            [Posts("received")]
            static partial EventPoster Received { get; }

            static void Main()
            {
                Lives.Value++;
                Lives.Commit();
                if (Lives.Value == 1)
                    Receive();
                var image = Bytes[..Image.Value.Length].ToArray();
                image[100] ^= 1;
                while (Lives.Value <= 60)
                    Process.Replace(image);
                image[100] ^= 1;
                Console.WriteLine($"life {Lives.Value}: outcome {(int)Process.Replace(image)}");
                Clock.Sleep(TimeSpan.FromMilliseconds(30));
                Machine.EndSystem(0);
            }

            static void Receive()
            {
                IoPort.WriteByte(0x2FA, 0xC7);          // FCR: FIFOs on and cleared, 14 bytes at once
                Console.WriteLine("ready");
                Image.Value.Length = Read() | (Read() << 8) | (Read() << 16) | (Read() << 24);
                for (var i = 0; i < Image.Value.Length; i++)
                    Bytes[i] = Read();
                Image.Commit();
                Received.Post();
            }

            static byte Read()
            {
                while ((IoPort.ReadByte(0x2FD) & 1) == 0)
                    Clock.Sleep(TimeSpan.FromMicroseconds(20));
                return IoPort.ReadByte(0x2F8);
            }

            static Span<byte> Bytes => new(Unsafe.AsPointer(ref Image.Value.Bytes), 4000 * sizeof(ulong));

            struct Stored
            {
                public int Length;
                public Blocks Bytes;
            }

            [InlineArray(4000)]
            struct Blocks
            {
                private ulong _first;
            }
        }
        """;

    private static readonly SourceSystem Supervised = new SourceSystem("replacement-supervised")
        .Partition("ticker", """
            [Partition]
            static partial class Ticker
            {
                static void Main()
                {
                    var late = 0UL;
                    var ticks = 0;
                    foreach (var tick in Clock.Every(TimeSpan.FromMilliseconds(1)))
                    {
                        var counts = (ulong)((Clock.Now - tick).Ticks * 100);          // a count is a nanosecond
                        late = counts > late ? counts : late;
                        if (++ticks % 100 == 0)
                            Console.WriteLine($"late at most {late}");
                    }
                }
            }
            """, partition => partition.WithPriority(Priority.RealTime))
        .Partition("boss", """
            [Partition]
            static partial class Boss
            {
                [Watches("updater")]
                static partial FaultMonitor Updater { get; }

                [Awaits("received")]
                static partial EventWaiter Received { get; }

                static void Main()
                {
                    Received.Wait();
                    for (var i = 0; i < 60; i++)
                    {
                        Clock.Sleep(TimeSpan.FromMicroseconds(2000 + (i * 317 % 5000)));
                        Updater.Restart();
                    }

                    Console.WriteLine($"{Updater.FaultCount} restarts");
                }
            }
            """, partition => partition.WithPriority(Priority.High))
        .Partition("process", Version("1"), partition => Replaceable(partition, TimeSpan.FromMilliseconds(10)))
        .Partition("updater", PatientUpdater, partition => partition
            .WithPriority(Priority.Background)
            .OwnsDevice(Pc.Com2 with { Interrupts = [] })
            .MayEndSystem())
        .With((system, partitions) =>
        {
            system.WithImageKey(Rsa.ExportSubjectPublicKeyInfoPem());
            partitions["updater"].Watches(partitions["process"]);
            partitions["boss"].Watches(partitions["updater"]);
            system.AddPersistentMemory("life").OwnedBy(partitions["process"]);
            system.AddEvent("received").PostedBy(partitions["updater"]).AwaitedBy(partitions["boss"]);
            system.AddPersistentMemory("lives").OwnedBy(partitions["updater"]);
            system.AddPersistentMemory("image").OwnedBy(partitions["updater"]);
        });

    private static readonly SourceSystem System = Compose("replacement", TimeSpan.FromMilliseconds(10));

    /// <summary>The same but for a number.</summary>
    private static readonly SourceSystem Other = Compose("replacement-other", TimeSpan.FromMilliseconds(11));

    [Theory]
    [CompilerModes]
    public async Task A_new_image_runs_in_the_place_of_the_old_one_with_its_persistent_memory(CompilerMode mode)
    {
        var run = await RunAsync(System, mode, null, Message(System.NewImage(mode, "process", "v2", Version("2"), Key)), Message(System.NewImage(mode, "process", "v3", Version("3"), Key)));

        run.ExitedWith(0)
            .Printed("[process] version 1, life 1").Printed("[process] version 2, life 2").Printed("[process] version 3, life 3")
            .Printed("image 1: outcome 0").Printed("image 1: state 2, 1 restarts").Printed("image 2: outcome 0").Printed("image 2: state 2, 2 restarts");
    }

    /// <summary>Of another size in every part. Pages keep what they are for: the new code cannot be written, the new constants neither.</summary>
    [Theory]
    [InlineData(CompilerMode.Release, null)]
    [InlineData(CompilerMode.Release, "max,-nx")]
    [InlineData(CompilerMode.Debug, "max")]
    public async Task A_larger_image_has_its_pages_where_it_wants_them_with_and_without_NX(CompilerMode mode, string? cpu)
    {
        var image = System.NewImage(mode, "process", "large", Large, Key);

        var run = await RunAsync(System, mode, options => options with { Cpu = cpu }, Message(image), Message([]), Message([]));

        run.ExitedWith(0)
            .Printed("[process] large 1: 24000, 0")
            .Printed("fault: partition 'process' stopped by #PF (page fault): write to 0x", "its own read-only memory")
            .Printed("fault: [process] at 0x", "Process.Trespass")
            .Printed("image 1: state 3, 2 restarts")
            .Printed("image 2: state 3, 4 restarts")
            .Printed("image 3: state 2, 5 restarts");
        Assert.Equal(2, run.Debug.Count(line => line.Contains("stopped by #PF", StringComparison.Ordinal)));
        Assert.Equal(3, run.Debug.Count(line => line.StartsWith("[process] version 1, life", StringComparison.Ordinal)));
    }

    [Theory]
    [CompilerModes]
    public async Task What_ends_a_new_image_before_its_first_heartbeat_brings_the_old_one_back_whatever_the_table_says(CompilerMode mode)
    {
        var image = System.NewImage(mode, "process", "failing", Failing, Key);

        var run = await RunAsync(System, mode, null, Message(image), Message([]), Message([]), Message([]), Message([]), Message([]));

        run.ExitedWith(0);
        string[] expected =
        [
            "[process] version 1, life 1",
            "[process] failing, life 2", $"[updater] fault 2: {(int)FaultEvent.ProcessorException}, {(int)FaultAction.Restart}", "[process] version 1, life 3",
            "[process] failing, life 4", $"[updater] fault 4: {(int)FaultEvent.UnhandledException}, {(int)FaultAction.Restart}", "[process] version 1, life 5",
            "[process] failing, life 6", $"[updater] fault 6: {(int)FaultEvent.MissedHeartbeat}, {(int)FaultAction.Restart}", "[process] version 1, life 7",
            "[process] failing, life 8", $"[updater] fault 8: {(int)FaultEvent.MissedHeartbeat}, {(int)FaultAction.Restart}", "[process] version 1, life 9",
            "[process] failing, life 10", $"[updater] fault 10: {(int)FaultEvent.StackOverflow}, {(int)FaultAction.Restart}", "[process] version 1, life 11",
            "[process] failing, life 12",
        ];
        Assert.Equal(expected.Where(line => line.StartsWith("[process]", StringComparison.Ordinal)), run.Debug.Where(line => line.StartsWith("[process]", StringComparison.Ordinal)));
        Assert.All(expected, line => run.Printed(line));
        for (var number = 1; number <= 5; number++)
            run.Printed($"image {number}: state 3, {2 * number} restarts");
        run.Printed("image 6: state 2, 11 restarts");
    }

    [Theory]
    [CompilerModes]
    public async Task What_is_no_signed_image_for_this_partition_of_this_system_is_refused_and_nothing_changes(CompilerMode mode)
    {
        var good = System.NewImage(mode, "process", "v2", Version("2"), Key);
        var content = good[..^(Rsa.KeySize / 8)];
        using var stranger = RSA.Create(2048);
        (uint Outcome, byte[] Message)[] images =
        [
            (ImageOutcome.NotSigned, Message([.. content, .. Sign(stranger, content)])),
            (ImageOutcome.Malformed, Message(Signed(content, 56, 0x1234_5678))),                            // what is signed, too: here the checksum
            (ImageOutcome.Malformed, Message(Signed(content, (int)PartitionImage.HeadBytes, VirtualMemoryMap.KernelBase))),
            (ImageOutcome.Foreign, Message(Other.NewImage(mode, "process", "v2", Version("2"), Key))),
            (ImageOutcome.Malformed, Message(good[..60])),
            (ImageOutcome.Malformed, Message(good[..^1])),
            (ImageOutcome.Malformed, Message([1])),
            (ImageOutcome.NotSigned, Message(good, 24)),
            (ImageOutcome.Malformed, Message([], 0)),                                                       // magic
            (ImageOutcome.Foreign, Message([], 8)),                                                         // system
            (ImageOutcome.Foreign, Message([], 16)),                                                        // partition
            (ImageOutcome.Malformed, Message([], 23)),                                                      // bytes: far too many
            .. Enumerable.Range(0, 40).Select(number => (ImageOutcome.NotSigned, Message([], 24 + ((good.Length - 25) * number / 39)))),
        ];

        var run = await RunAsync(System, mode, null, [.. images.Select(image => image.Message), Message(good)]);

        run.ExitedWith(0).Printed($"image {images.Length + 1}: outcome 0").Printed("[process] version 2, life 2").Printed($"image {images.Length + 1}: state 2, 1 restarts");
        for (var number = 1; number <= images.Length; number++)
            run.Printed($"image {number}: outcome {images[number - 1].Outcome}");
    }

    [Theory]
    [InlineData("process", false, "error NK2605: A new image of partition 'process' cannot be made: the key is not the private half of the one that the system states with .WithImageKey.")]
    [InlineData("updater", true, "error NK2605: A new image of partition 'updater' cannot be made: the system does not state .WithReplaceableImage() for it.")]
    [InlineData("absent", true, "error NK2605: A new image of partition 'absent' cannot be made: the system has no such partition, but 'process', 'updater'.")]
    public void An_image_that_the_system_would_not_take_is_not_made(string partition, bool isOwnKey, string message)
    {
        using var stranger = RSA.Create(2048);
        var source = partition == "updater" ? Updater : Version("2");

        var exception = Assert.Throws<InvalidOperationException>(
            () => System.NewImage(CompilerMode.Debug, partition, "refused", source, isOwnKey ? Key : TestKey.Of(stranger)));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Its own watcher ends it sixty times while an image is checked in its place; then it brings a good one. A ticker of 1 kHz is never late.</summary>
    [Theory]
    [BackEnds]
    public async Task A_watcher_can_be_ended_while_its_image_is_checked_and_nobody_is_late(CompilerMode mode, BackEnd backEnd)
    {
        var system = Supervised.On(backEnd);
        var run = await RunAsync(system, mode, null, Message(system.NewImage(mode, "process", "v2", Version("2"), Key)));

        run.ExitedWith(0).Printed("[updater] life 61: outcome 0").Printed("[process] version 2, life 2").Printed("[boss] 60 restarts");
        Assert.Equal(2, run.Debug.Count(line => line.StartsWith("[process]", StringComparison.Ordinal)));
        var late = run.Debug.Where(line => line.StartsWith("[ticker] late at most ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(late);
        Assert.All(late, line => Assert.InRange(int.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture), 0, 2_000));
    }

    private static byte[] Message(byte[] image, int place = -1) => [.. BitConverter.GetBytes(image.Length), .. image, .. BitConverter.GetBytes(place)];

    private static byte[] Sign(RSA key, byte[] content) => key.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>An image with another word, and a signature that holds.</summary>
    private static byte[] Signed(byte[] content, int place, uint value)
    {
        var changed = content.ToArray();
        BitConverter.GetBytes(value).CopyTo(changed, place);
        return [.. changed, .. Sign(Rsa, changed)];
    }

    private static async Task<TestRun> RunAsync(
        SourceSystem system, CompilerMode mode, Func<QemuOptions, QemuOptions>? configure, params IReadOnlyList<byte[]> messages)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var machine = await system.StartAsync(mode, configure, cancellation);
        await machine.DebugConsole.WaitForLineAsync("[updater] ready", Limit, cancellation);
        foreach (var message in messages.Append(Message([], -2)))
            await machine.Serial(2).Input.WriteAsync(message, cancellation);

        var code = await machine.WaitForExitAsync(Limit, cancellation);
        return new TestRun(code, machine.DebugConsole.Lines, []);
    }

    private static PartitionBuilder Replaceable(PartitionBuilder partition, TimeSpan heartbeat) =>
        partition.WithMemory(256.KiB()).WithHeap(32.KiB()).WithHeartbeat(heartbeat).WithReplaceableImage();

    private static SourceSystem Compose(string name, TimeSpan heartbeat) => new SourceSystem(name)
        .Partition("process", Version("1"), partition => Replaceable(partition, heartbeat))
        .Partition("updater", Updater, partition => partition
            .WithPriority(Priority.Background)
            .WithMemory(8.MiB())
            .OwnsDevice(Pc.Com2 with { Interrupts = [] })
            .MayEndSystem())
        .With((system, partitions) =>
        {
            system.WithImageKey(Rsa.ExportSubjectPublicKeyInfoPem());
            partitions["updater"].Watches(partitions["process"]);
            system.AddPersistentMemory("life").OwnedBy(partitions["process"]);
        });

    private static string Version(string version, string statement = "") => $$"""
        [Partition]
        static unsafe partial class Process
        {
            [Persistent("life")]
            static partial PersistentMemory<int> Life { get; }

            static void Main()
            {
                Life.Value++;
                Life.Commit();
                Console.WriteLine($"version {{version}}, life {Life.Value}");
                {{statement}}
                while (true)
                {
                    Heartbeat.Beat();
                    Clock.Sleep(TimeSpan.FromMilliseconds(3));
                }
            }
        }
        """;
}
