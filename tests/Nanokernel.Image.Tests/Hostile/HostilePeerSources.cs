namespace Nanokernel.Image.Tests.Hostile;

/// <summary>The C# of a partition that writes anything into all channels that it has an end of, and of those at their other ends.</summary>
internal static class HostilePeerSources
{
    /// <summary>How often the hostile one writes into each of its ends.</summary>
    public const string Rounds = "1000000";

    /// <summary>Uses its ends of everything, and measures its own time in what a message to the friend takes.</summary>
    public const string Victim = """
        [Partition]
        static partial class Victim
        {
            [Sends("honest")]
            static partial Sender<ulong> Honest { get; }

            [Receives("blocking")]
            static partial Receiver<ulong> Blocking { get; }

            [Receives("overwriting")]
            static partial Receiver<ulong> Overwriting { get; }

            [Sends("outgoing")]
            static partial Sender<ulong> Outgoing { get; }

            [Awaits("counting")]
            static partial EventWaiter Counting { get; }

            [Posts("signal")]
            static partial EventPoster Signal { get; }

            [Awaits("state")]
            static partial EventWaiter State { get; }

            [Views("table")]
            static partial ReadOnlySharedMemory<uint> Table { get; }

            [ReceivesRecords("records")]
            static partial RecordReceiver Records { get; }

            [SendsRecords("outgoing-records")]
            static partial RecordSender OutgoingRecords { get; }

            [Serves("served")]
            static partial AdderServer Served { get; }

            [PersistentPool("pool")]
            static partial PersistentPool Pool { get; }

            [Awaits("finished")]
            static partial EventWaiter Finished { get; }

            static readonly Adder s_adder = new();
            static long s_sent;
            static long s_ticks;
            static uint s_seen;

            static void Main()
            {
                for (var i = 0; i < 100; i++)
                    SendToFriend();
                Console.WriteLine($"ticks of 1000 messages before {s_ticks * 1000 / s_sent}");

                Signal.Post();
                var ticksBefore = s_ticks;
                var sentBefore = s_sent;
                while (!Finished.TryWait())
                {
                    SendToFriend();
                    UseWhatIsSpoilt();
                }

                Console.WriteLine($"ticks of 1000 messages meanwhile {(s_ticks - ticksBefore) * 1000 / (s_sent - sentBefore)}");
                Console.WriteLine($"sent {s_sent}");
                Console.WriteLine("over");
            }

            static void SendToFriend()
            {
                var start = Processor.Time;
                for (var i = 0; i < 8; i++)
                    Honest.Send((ulong)s_sent++);
                s_ticks += (Processor.Time - start).Ticks;
            }

            static void UseWhatIsSpoilt()
            {
                Span<ulong> batch = stackalloc ulong[3];
                var patience = TimeSpan.FromMicroseconds(5);
                Blocking.TryReceive(out _);
                Blocking.TryReceive(out _, patience);
                Blocking.TryReceive(batch);
                Blocking.Release(Blocking.Peek(3).Length);
                Overwriting.TryReceive(out _);
                Overwriting.TryReceive(out _, patience);
                Overwriting.TryReceive(batch);
                Outgoing.Send(1);
                Outgoing.TrySend(2, patience);
                Outgoing.TrySend(batch);
                var room = Outgoing.Reserve(3);
                room.Fill(3);
                Clock.Sleep(patience);
                Outgoing.Commit(room.Length);
                Counting.TryWait();
                Counting.TryWait(patience);
                EventWaiter.WaitAny([Counting, State], patience);
                EventWaiter.WaitAll([Counting, State], patience);
                State.Reset();
                Signal.Post();
                s_seen ^= Table.Value;
                UseSpoiltRecords(patience);
                Served.TryServe(s_adder);
                Served.TryServe(s_adder, patience);
                UseSpoiltPool();
            }

            static void UseSpoiltRecords(TimeSpan patience)
            {
                Span<byte> record = stackalloc byte[124];
                if (Records.TryPeek(out var seen))
                {
                    Check(seen.Length <= Records.MaximumBytes);
                    foreach (var value in seen)
                        s_seen ^= value;
                    Records.Release();
                }

                Check(!Records.TryReceive(record, out var length, patience) || length <= Records.MaximumBytes);
                OutgoingRecords.TrySend(record[..50]);
                if (OutgoingRecords.TryReserve(90, out var room))
                {
                    room.Fill(1);
                    OutgoingRecords.Commit(40);
                }
            }

            // Where a block is, is what the kernel says.
            static void UseSpoiltPool()
            {
                Check(Pool.TryOpen<ulong>("counted", out var counted) <= PersistentBlockResult.Created);
                counted.Value++;
                counted.Commit();
                Check(Pool.TryOpen("plain", 100, out var plain) <= PersistentBlockResult.Created && plain.Length == 100);
                plain.Fill(1);
            }

            static void Check(bool holds, [CallerLineNumber] int line = 0)
            {
                if (!holds)
                    Environment.FailFast($"line {line}");
            }
        }
        """;

    /// <summary>What is called.</summary>
    public const string Contract = """
        [CallContract]
        internal interface IAdder
        {
            int Add(int left, int right);
        }

        sealed class Adder : IAdder
        {
            public int Add(int left, int right) => left + right;
        }
        """;

    /// <summary>
    /// A call of the victim is answered right; one of the hostile one anyhow, but in time and what the hostile one takes of the processor.
    /// </summary>
    public const string Caller = """
        [Partition]
        static partial class Caller
        {
            [Calls("served")]
            static partial AdderClient Served { get; }

            [Calls("called")]
            static partial AdderClient Called { get; }

            static void Main()
            {
                var calls = 0;
                var longest = 0L;
                for (; Served.Add(calls, 7).TryGetValue(out var sum); calls++)
                {
                    if (sum != calls + 7)
                        Environment.FailFast($"{calls} + 7 = {sum}");
                    var before = Clock.Now;
                    Called.Add(1, 2, TimeSpan.FromMicroseconds(5));
                    longest = Math.Max(longest, (Clock.Now - before).Ticks / 10);
                }

                Console.WriteLine($"right: {calls}, longest call: {longest}");
            }
        }
        """;

    /// <summary>Receives from the victim alone.</summary>
    public const string Friend = """
        [Partition]
        static partial class Friend
        {
            [Receives("honest")]
            static partial Receiver<ulong> Honest { get; }

            static void Main()
            {
                var next = 0ul;
                for (; Honest.Receive(out var number); next++)
                {
                    if (number != next)
                        Environment.FailFast($"{number} instead of {next}");
                }

                Console.WriteLine($"received {next}");
            }
        }
        """;

    /// <summary>Writes anywhere, then uses its ends so that others wake up.</summary>
    public const string Hostile = $$"""
        [Partition]
        static unsafe partial class Hostile
        {
            [Sends("blocking")]
            static partial Sender<ulong> Blocking { get; }

            [Sends("overwriting")]
            static partial Sender<ulong> Overwriting { get; }

            [Receives("outgoing")]
            static partial Receiver<ulong> Outgoing { get; }

            [Posts("counting")]
            static partial EventPoster Counting { get; }

            [Awaits("signal")]
            static partial EventWaiter Signal { get; }

            [Posts("state")]
            static partial EventPoster State { get; }

            [Shares("table")]
            static partial SharedMemory<uint> Table { get; }

            [SendsRecords("records")]
            static partial RecordSender Records { get; }

            [ReceivesRecords("outgoing-records")]
            static partial RecordReceiver OutgoingRecords { get; }

            [Calls("served")]
            static partial AdderClient Served { get; }

            [Serves("called")]
            static partial AdderServer Called { get; }

            [PersistentPool("pool")]
            static partial PersistentPool Pool { get; }

            [Posts("finished")]
            static partial EventPoster Finished { get; }

            static readonly Adder s_adder = new();
            static uint s_random = 2463534242;

            static void Main()
            {
                var information = (Nanokernel.Abi.InformationPage*)Nanokernel.Abi.VirtualMemoryMap.InformationPage;
                var ends = (Nanokernel.Abi.ChannelEnd*)(Nanokernel.Abi.VirtualMemoryMap.InformationPage + Nanokernel.Abi.InformationPage.ChannelEndsOffset);
                var finished = (Nanokernel.Abi.ChannelEnd*)NanokernelEnds.Finished();
                Signal.Wait();
                for (var round = 0; round < {{Rounds}};)
                {
                    // A few rounds leave much as it should be, many leave nothing so.
                    Clock.Sleep(TimeSpan.FromTicks(10 + (Random() % 200)));
                    var last = Math.Min(round + (1 << (int)(Random() % 7)), {{Rounds}});
                    for (; round < last; round++)
                    {
                        for (var end = ends; end < ends + information->ChannelEndCount; end++)
                        {
                            if (end != finished)
                                Spoil((uint*)end->Address, end->Bytes / 4);
                        }
                    }

                    Use();
                }

                Console.WriteLine("{{Rounds}} rounds");
                Finished.Post();
            }

            // Any word, or one of the first two of a cache line of a header, or of the first message.
            static void Spoil(uint* words, uint count)
            {
                var choice = Random();
                var place = (choice & 1) != 0 ? (choice >> 4) % count : ((choice >> 4) % 3 * 16) + ((choice >> 1) & 1);
                var value = Random();
                words[place] = (choice >> 30) switch
                {
                    0 => value & 0xF,
                    1 => words[place] + (value & 0xF) - 8,
                    _ => value,
                };
            }

            static void Use()
            {
                // Now and then its rings make sense: otherwise all that their receiver ever did would be to drop what is in them.
                if (Random() % 2 == 0)
                {
                    Mend(NanokernelEnds.Blocking());
                    Mend(NanokernelEnds.Records());
                }

                Blocking.TrySend(1);
                Counting.Post();
                Overwriting.TrySend(1);
                Outgoing.TryReceive(out _);
                Records.TrySend("record"u8);
                OutgoingRecords.TryPeek(out _);
                OutgoingRecords.Release();
                Served.Add(1, 2, TimeSpan.Zero);
                Called.TryServe(s_adder);
            }

            static void Mend(nint end)
            {
                var ring = (Nanokernel.Abi.QueueHeader*)((Nanokernel.Abi.ChannelEnd*)end)->Address;
                ring->Head = ring->Tail &= ~3u;
            }

            static uint Random()
            {
                s_random ^= s_random << 13;
                s_random ^= s_random >> 17;
                s_random ^= s_random << 5;
                return s_random;
            }
        }
        """;
}
