using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Channels;

/// <summary>
/// A stream of messages in every way of sending and receiving. The side of higher priority sleeps for random times and so takes the processor
/// from the other one at random instructions.
/// </summary>
public class StreamTests
{
    // Ten million where NANOKERNEL_LONG is set.
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("NANOKERNEL_LONG") is { Length: > 0 };
    private static readonly int Count = IsLong ? 10_000_000 : 100_000;
    private static readonly TimeSpan Limit = IsLong ? TimeSpan.FromMinutes(30) : TimeSpan.FromMinutes(2);

    private static readonly Dictionary<bool, SourceSystem> Systems = new[] { false, true }.ToDictionary(
        isSourceHigh => isSourceHigh,
        isSourceHigh => new SourceSystem(isSourceHigh ? "stream-source-high" : "stream-sink-high")
            .Partition(
                "source", [Source(isSourceHigh), Shared], partition => partition.WithPriority(isSourceHigh ? Priority.High : Priority.Normal))
            .Partition("sink", [Sink(!isSourceHigh), Shared], partition => partition.WithPriority(isSourceHigh ? Priority.Normal : Priority.High))
            .Queue("stream", 16, from: "source", to: "sink"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_message_is_lost_doubled_torn_or_out_of_order_wherever_a_side_is_preempted(bool isSourceHigh)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var machine = await Systems[isSourceHigh].StartAsync(
            CompilerMode.Release, options => options with { CountInstructions = false }, cancellation);

        var code = await machine.WaitForExitAsync(Limit, cancellation);

        Assert.Equal((0, true), (code, machine.DebugConsole.Lines.Contains($"[sink] {Count} in order")));
    }

    private static string Source(bool isHigh) => $$"""
        [Partition]
        static partial class Source
        {
            [Sends("stream")]
            static partial Sender<Numbered> Stream { get; }

            static void Main()
            {
                Span<Numbered> batch = stackalloc Numbered[8];
                for (var next = 0; next < {{Count}};)
                {
                    {{Pause(isHigh)}}
                    var wanted = 1 + (int)Pseudorandom.Below(8);
                    wanted = wanted < {{Count}} - next ? wanted : {{Count}} - next;
                    switch (Pseudorandom.Below(3))
                    {
                        case 0:
                            Stream.Send(new Numbered(next++));
                            break;
                        case 1:
                            for (var i = 0; i < wanted; i++)
                                batch[i] = new Numbered(next + i);
                            next += Stream.TrySend(batch[..wanted]);
                            break;
                        default:
                            var room = Stream.Reserve(wanted);
                            for (var i = 0; i < room.Length; i++)
                                room[i] = new Numbered(next++);
                            Stream.Commit(room.Length);
                            break;
                    }
                }
            }
        }
        """;

    private static string Sink(bool isHigh) => $$"""
        [Partition]
        static partial class Sink
        {
            [Receives("stream")]
            static partial Receiver<Numbered> Stream { get; }

            static void Main()
            {
                Span<Numbered> batch = stackalloc Numbered[8];
                var next = 0;
                while (Stream.Receive(out var message))
                {
                    Check(message, next++);
                    var wanted = 1 + (int)Pseudorandom.Below(8);
                    if (Pseudorandom.Below(2) == 0)
                    {
                        var count = Stream.TryReceive(batch[..wanted]);
                        for (var i = 0; i < count; i++)
                            Check(batch[i], next++);
                    }
                    else
                    {
                        var seen = Stream.Peek(wanted);
                        for (var i = 0; i < seen.Length; i++)
                            Check(seen[i], next++);
                        Stream.Release(seen.Length);
                    }

                    {{Pause(isHigh)}}
                }

                Console.WriteLine($"{next} in order");
            }

            static void Check(in Numbered message, int number)
            {
                if (message.Number != number || !message.IsWhole)
                    Environment.FailFast($"{message.Number} instead of {number}, whole: {message.IsWhole}");
            }
        }
        """;

    private const string Shared = """
        public struct Numbered(int number)
        {
            public int Number = number;
            public uint Product = (uint)number * 0x9E3779B9;
            public int Complement = ~number;
            public uint Sum = (uint)number + 0x85EBCA6B;

            public readonly bool IsWhole => Product == (uint)Number * 0x9E3779B9 && Complement == ~Number && Sum == (uint)Number + 0x85EBCA6B;
        }

        static class Pseudorandom
        {
            static uint s_state = 2463534242;

            public static uint Below(uint bound)
            {
                s_state ^= s_state << 13;
                s_state ^= s_state >> 17;
                s_state ^= s_state << 5;
                return s_state % bound;
            }
        }
        """;

    private static string Pause(bool isHigh) => isHigh ? "Clock.Sleep(TimeSpan.FromMicroseconds(1 + Pseudorandom.Below(30)));" : "";
}
