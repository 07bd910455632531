namespace Nanokernel.Image.Tests.Channels;

/// <summary>The C# of two sides of a queue, and of a partition that passes the processor from one to the other at random instructions.</summary>
internal static class StreamSources
{
    /// <summary>Where in the code of a channel a side is. The two sides have different places.</summary>
    public enum Place
    {
        /// <summary>Outside of it; also in what may wait, for who waits has not been preempted.</summary>
        Elsewhere,

        /// <summary>Sends one.</summary>
        Send,

        /// <summary>Sends several at once.</summary>
        SendBatch,

        /// <summary>Opens room and fills it.</summary>
        Reserve,

        /// <summary>Sends what was filled.</summary>
        Commit,

        /// <summary>Receives one.</summary>
        Receive,

        /// <summary>Receives several at once.</summary>
        ReceiveBatch,

        /// <summary>Sees what is there and reads it.</summary>
        Peek,

        /// <summary>Gives back what was read.</summary>
        Release,
    }

    /// <summary>
    /// Each side holds a lock as long as it lives. The conductor waits for one of them for a random time: its holder runs in the conductor's
    /// place until the time is over, whatever it is doing then; and it is the other one's turn. While the side whose turn it is waits, the other
    /// one runs. The conductor counts how often it took the processor from a side in each place.
    /// </summary>
    public const string Conductor = """
        [Partition]
        static partial class Conductor
        {
            [Locks("source-turn")]
            static partial PartitionLock SourceTurn { get; }

            [Locks("sink-turn")]
            static partial PartitionLock SinkTurn { get; }

            [Views("source-place")]
            static partial ReadOnlySharedMemory<int> SourcePlace { get; }

            [Views("sink-place")]
            static partial ReadOnlySharedMemory<int> SinkPlace { get; }

            static void Main()
            {
                Span<int> preemptions = stackalloc int[(int)Place.Release + 1];
                preemptions.Clear();
                while (Conduct(SourceTurn, in SourcePlace.Value, preemptions) && Conduct(SinkTurn, in SinkPlace.Value, preemptions))
                {
                }

                for (var place = 0; place < preemptions.Length; place++)
                    Console.WriteLine($"preempted in {place}: {preemptions[place]}");
            }

            static bool Conduct(PartitionLock turn, ref readonly int place, Span<int> preemptions)
            {
                switch (turn.TryAcquire(TimeSpan.FromTicks(2 + Pseudorandom.Below(60))))
                {
                    case LockResult.TimedOut:
                        preemptions[place]++;
                        return true;
                    case LockResult.Acquired:
                        // The side has not begun yet.
                        turn.Release();
                        Clock.Sleep(TimeSpan.FromMicroseconds(10));
                        return true;
                    default:
                        return false;
                }
            }
        }
        """;

    /// <summary>What all of them know.</summary>
    public static string Shared { get; } = $$"""
        enum Place { {{string.Join(", ", Enum.GetNames<Place>())}} }

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

    /// <summary>Sends messages of 16 bytes.</summary>
    public static string MessageSource(int count) => Side("source", $$"""
        [Sends("stream")]
        static partial Sender<Numbered> Stream { get; }

        static void Run()
        {
            Span<Numbered> batch = stackalloc Numbered[8];
            for (var next = 0; next < {{count}};)
            {
                var wanted = Math.Min(1 + (int)Pseudorandom.Below(8), {{count}} - next);
                switch (Pseudorandom.Below(4))
                {
                    case 0:
                        Stream.Send(new Numbered(next++));
                        break;
                    case 1:
                        Enter(Place.Send);
                        next += Stream.TrySend(new Numbered(next)) ? 1 : 0;
                        break;
                    case 2:
                        for (var i = 0; i < wanted; i++)
                            batch[i] = new Numbered(next + i);
                        Enter(Place.SendBatch);
                        next += Stream.TrySend(batch[..wanted]);
                        break;
                    default:
                        Enter(Place.Reserve);
                        var room = Stream.Reserve(wanted);
                        for (var i = 0; i < room.Length; i++)
                            room[i] = new Numbered(next++);
                        Enter(Place.Commit);
                        Stream.Commit(room.Length);
                        break;
                }

                Enter(Place.Elsewhere);
            }
        }
        """) + Numbered;

    /// <summary>Receives them, and tells how many were in order.</summary>
    public static string MessageSink { get; } = Side("sink", """
        [Receives("stream")]
        static partial Receiver<Numbered> Stream { get; }

        static void Run()
        {
            Span<Numbered> batch = stackalloc Numbered[8];
            var next = 0;
            while (Stream.Receive(out var message))
            {
                Check(message, next++);
                var wanted = 1 + (int)Pseudorandom.Below(8);
                switch (Pseudorandom.Below(3))
                {
                    case 0:
                        Enter(Place.Receive);
                        if (Stream.TryReceive(out message))
                            Check(message, next++);
                        break;
                    case 1:
                        Enter(Place.ReceiveBatch);
                        var count = Stream.TryReceive(batch[..wanted]);
                        Enter(Place.Elsewhere);
                        for (var i = 0; i < count; i++)
                            Check(batch[i], next++);
                        break;
                    default:
                        Enter(Place.Peek);
                        var seen = Stream.Peek(wanted);
                        for (var i = 0; i < seen.Length; i++)
                            Check(seen[i], next++);
                        Enter(Place.Release);
                        Stream.Release(seen.Length);
                        break;
                }

                Enter(Place.Elsewhere);
            }

            Console.WriteLine($"{next} in order, {Stream.Lost} lost");
        }

        static void Check(in Numbered message, int number)
        {
            if (message.Number != number || !message.IsWhole)
                Environment.FailFast($"{message.Number} instead of {number}, whole: {message.IsWhole}");
        }
        """) + Numbered;

    /// <summary>Sends records of 4 to 59 bytes.</summary>
    public static string RecordSource(int count) => Side("source", $$"""
        [SendsRecords("stream")]
        static partial RecordSender Stream { get; }

        static void Run()
        {
            Span<byte> record = stackalloc byte[NumberedRecord.MaximumLength];
            for (var next = 0; next < {{count}};)
            {
                var length = NumberedRecord.LengthOf(next);
                switch (Pseudorandom.Below(4))
                {
                    case 0:
                        NumberedRecord.Write(record, next);
                        Stream.Send(record[..length]);
                        next++;
                        break;
                    case 1:
                        NumberedRecord.Write(record, next);
                        Enter(Place.Send);
                        next += Stream.TrySend(record[..length]) ? 1 : 0;
                        break;
                    default:
                        Enter(Place.Reserve);
                        if (Stream.TryReserve(NumberedRecord.MaximumLength, out var room))
                        {
                            NumberedRecord.Write(room, next++);
                            Enter(Place.Commit);
                            Stream.Commit(length);
                        }

                        break;
                }

                Enter(Place.Elsewhere);
            }
        }
        """) + NumberedRecord;

    /// <summary>Receives them, and tells how many were in order.</summary>
    public static string RecordSink { get; } = Side("sink", """
        [ReceivesRecords("stream")]
        static partial RecordReceiver Stream { get; }

        static void Run()
        {
            Span<byte> record = stackalloc byte[NumberedRecord.MaximumLength];
            var next = 0;
            while (Stream.Receive(record, out var length))
            {
                Check(record[..length], next++);
                if (Pseudorandom.Below(2) == 0)
                {
                    Enter(Place.Receive);
                    if (Stream.TryReceive(record, out length))
                        Check(record[..length], next++);
                }
                else
                {
                    Enter(Place.Peek);
                    if (Stream.TryPeek(out var seen))
                    {
                        Check(seen, next++);
                        Enter(Place.Release);
                        Stream.Release();
                    }
                }

                Enter(Place.Elsewhere);
            }

            Console.WriteLine($"{next} in order, {Stream.Lost} lost");
        }

        static void Check(ReadOnlySpan<byte> record, int number)
        {
            if (!NumberedRecord.IsWhole(record, number))
                Environment.FailFast($"not {number}: {record.Length} bytes");
        }
        """) + NumberedRecord;

    private const string Numbered = """
        public struct Numbered(int number)
        {
            public int Number = number;
            public uint Product = (uint)number * 0x9E3779B9;
            public int Complement = ~number;
            public uint Sum = (uint)number + 0x85EBCA6B;

            public readonly bool IsWhole => Product == (uint)Number * 0x9E3779B9 && Complement == ~Number && Sum == (uint)Number + 0x85EBCA6B;
        }
        """;

    private const string NumberedRecord = """
        static class NumberedRecord
        {
            public const int MaximumLength = 59;

            public static int LengthOf(int number) => 4 + (number * 7 % 56);

            public static void Write(Span<byte> record, int number)
            {
                System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(record, number);
                for (var i = 4; i < LengthOf(number); i++)
                    record[i] = (byte)(number + i);
            }

            public static bool IsWhole(ReadOnlySpan<byte> record, int number)
            {
                if (record.Length != LengthOf(number) || System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian(record) != number)
                    return false;
                for (var i = 4; i < record.Length; i++)
                {
                    if (record[i] != (byte)(number + i))
                        return false;
                }

                return true;
            }
        }
        """;

    private static string Side(string name, string members) => $$"""
        [Partition]
        static partial class Side
        {
            [Locks("{{name}}-turn")]
            static partial PartitionLock Turn { get; }

            [Shares("{{name}}-place")]
            static partial SharedMemory<int> Current { get; }

            {{members}}

            static void Enter(Place place) => Volatile.Write(ref Current.Value, (int)place);

            static void Main()
            {
                Turn.Acquire();
                Run();
            }
        }

        """;
}
