namespace Nanokernel.Image.Tests.Hostile;

/// <summary>
/// The C# of two partitions that look after what is theirs: a pattern in their memory, numbered messages from one to the other, a timer of
/// 1 kHz. Each message carries by how much its tick was late; the receiver prints the figures of each phase.
/// </summary>
internal static class VictimSources
{
    private const string Pattern = """

        static class Pattern
        {
            private static readonly uint[] s_words = new uint[4096];

            public static void Fill()
            {
                for (var i = 0; i < s_words.Length; i++)
                    s_words[i] = Expected(i);
            }

            // A sixteenth at a time.
            public static int CountDamaged(uint round)
            {
                var damaged = 0;
                for (var i = (int)(round % 16); i < s_words.Length; i += 16)
                    damaged += s_words[i] == Expected(i) ? 0 : 1;
                return damaged;
            }

            private static uint Expected(int i) => ((uint)i * 2654435761) ^ 0x5A5A5A5A;
        }
        """;

    /// <summary>Sends the number of the tick in the upper half, and how late it was, in time-stamp counts, in the lower.</summary>
    public const string Sender = """
        [Partition]
        static partial class Sending
        {
            [Sends("ticks")]
            static partial Sender<ulong> Ticks { get; }

            [Sends("spoilt")]
            static partial Sender<ulong> Spoilt { get; }

            static void Main()
            {
                Pattern.Fill();
                var period = Clock.Frequency / 1000;
                var due = Clock.Timestamp;
                var start = Clock.Now;
                for (var number = 0u; ; number++)
                {
                    due += period;
                    Clock.SleepUntil(start += TimeSpan.FromMilliseconds(1));
                    var late = Clock.Timestamp - due;
                    if (Pattern.CountDamaged(number) != 0)
                        Console.WriteLine("sender: memory is damaged");
                    Ticks.Send(((ulong)number << 32) | (uint)late);
                    Spoilt.TrySend(number);
                }
            }
        }
        """ + Pattern;

    /// <summary>Checks the numbers and prints the figures of each phase.</summary>
    public const string Receiver = """
        [Partition]
        static partial class Receiving
        {
            static uint s_expirations;

            [Receives("ticks")]
            static partial Receiver<ulong> Ticks { get; }

            [Receives("phases")]
            static partial Receiver<int> Phases { get; }

            [Receives("forged")]
            static partial Receiver<ulong> Forged { get; }

            static void Main()
            {
                Pattern.Fill();
                PartitionTimer.StartEvery(TimeSpan.FromMilliseconds(1), static () => s_expirations++);
                var phase = 0;
                var next = 0u;
                var messages = 0;
                var wrong = 0;
                var latest = 0u;
                var forged = 0;
                var begin = Clock.Now;
                while (Ticks.Receive(out var tick))
                {
                    if ((uint)(tick >> 32) != next)
                        wrong++;
                    next = (uint)(tick >> 32) + 1;
                    if ((uint)tick > latest)
                        latest = (uint)tick;
                    wrong += Pattern.CountDamaged(next);
                    messages++;
                    if (Forged.TryReceive(out _))
                        forged++;
                    if (!Phases.TryReceive(out var following) && !(phase == 3 && messages == 50))
                        continue;
                    Console.WriteLine($"phase {phase}: {messages} messages, {wrong} wrong, latest {latest}, {s_expirations} expirations, {forged} forged, took {(Clock.Now - begin).Ticks / 10}");
                    if (phase == 3)
                        Machine.EndSystem(wrong == 0 ? 0 : 1);
                    (phase, messages, wrong, latest, s_expirations, forged, begin) = (following, 0, 0, 0, 0, 0, Clock.Now);
                }
            }
        }
        """ + Pattern;
}
