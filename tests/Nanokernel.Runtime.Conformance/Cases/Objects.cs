namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary>Classes, virtual methods, boxing, properties, events, references in fields.</summary>
public static class Objects
{
    private static Node? s_root;

    /// <summary>Computes the cases.</summary>
    public static void Run()
    {
        var list = new Node(1, null);
        for (var i = 2; i <= 10; i++)
            list = new Node(i * i, list);
        s_root = list;
        var sum = 0;
        for (var node = s_root; node is not null; node = node.Next)
            sum += node.Value;
        Report.Value("objects.list", sum);

        Animal[] animals = [new Dog(), new Cat { Lives = 7 }, new Dog { Name = "Rex" }];
        foreach (var animal in animals)
            Report.Value("objects.virtual", animal.Describe());
        Report.Value("objects.base-call", ((Animal)animals[1]).Legs + animals[0].Legs);
        Report.Value("objects.equals", animals[0].Equals(animals[0]) && !animals[0].Equals(animals[2]) && !Equals(animals[0], null));
        Report.Value("objects.hash", animals[0].GetHashCode() == animals[0].GetHashCode());
        Report.Value("objects.reference-equals", ReferenceEquals(s_root, list));

        object boxed = Report.Opaque(42);
        Report.Value("boxing.int", (int)boxed + 1);
        Report.Value("boxing.equals", boxed.Equals(42) && !boxed.Equals(42L));
        Report.Value("boxing.text", boxed.ToString());
        object boxedPoint = new Point(3, 4);
        Report.Value("boxing.struct", ((Point)boxedPoint).Length);
        Report.Value("boxing.is", boxedPoint is Point { X: 3 });
        int? maybe = Report.Opaque<int?>(5);
        object? boxedMaybe = maybe;
        Report.Value("boxing.nullable", (int)boxedMaybe! + ((int?)boxedMaybe).Value);
        int? none = Report.Opaque<int?>(null);
        object? boxedNone = none;
        Report.Value("boxing.null", boxedNone is null && (int?)boxedNone == null);
        object boxedByte = Report.Opaque((byte)200);
        object boxedLong = Report.Opaque(long.MinValue);
        object boxedDouble = Report.Opaque(1.25);
        Report.Value("boxing.sizes", (byte)boxedByte + (long)boxedLong + (long)(double)boxedDouble);
        Small small = new() { A = 1, B = 2, C = 3 };
        object boxedSmall = small;
        Report.Value("boxing.odd-size", ((Small)boxedSmall).A + ((Small)boxedSmall).C);
        object boxedMode = Mode.Second;
        Report.Value("boxing.enum", (int)(Mode)boxedMode + (boxedMode.Equals(Mode.Second) ? 10 : 0) + (boxedMode.Equals(2) ? 100 : 0));

        var counter = new Counter();
        counter.Changed += value => sum += value;
        counter.Changed += value => sum += value * 10;
        counter.Increment();
        counter.Increment();
        Report.Value("objects.events", sum);
        var indexed = new Grid { [1] = 5, [2] = 7 };
        Report.Value("objects.indexer", indexed[1] * indexed[2]);
        Report.Value("objects.generic", new Pair<string, int>("a", 3).Swap().First + new Pair<int, long>(1, 2).Swap().Second);
        Report.Value("objects.generic-static", Generic<int>.Next() + Generic<int>.Next() + (Generic<string>.Next() * 100));
        var big = new Big();
        big.Values[3] = 9;
        var copy = big;
        copy.Values[3]++;
        Report.Value("objects.struct-copy", (big.Values[3] * 100) + copy.Values[3]);
    }

    private enum Mode
    {
        First = 1,
        Second,
    }

    private sealed class Node(int value, Node? next)
    {
        public int Value { get; } = value;

        public Node? Next { get; } = next;
    }

    private abstract class Animal
    {
        public string Name { get; init; } = "nobody";

        public virtual int Legs => 4;

        public abstract string Sound { get; }

        public string Describe() => Name + " says " + Sound;
    }

    private class Dog : Animal
    {
        public override string Sound => "woof";
    }

    private sealed class Cat : Animal
    {
        public int Lives { get; set; } = 9;

        public override string Sound => Lives > 8 ? "purr" : "meow";

        public override int Legs => base.Legs + 1;
    }

    private readonly struct Point(int x, int y)
    {
        public int X { get; } = x;

        public int Y { get; } = y;

        public int Length => (X * X) + (Y * Y);
    }

    private struct Small
    {
        public byte A;
        public byte B;
        public byte C;
    }

    private sealed class Counter
    {
        private int _value;

        public event Action<int>? Changed;

        public void Increment() => Changed?.Invoke(++_value);
    }

    private sealed class Grid
    {
        private readonly int[] _cells = new int[4];

        public int this[int index]
        {
            get => _cells[index];
            set => _cells[index] = value;
        }
    }

    private sealed record Pair<TFirst, TSecond>(TFirst First, TSecond Second)
    {
        public Pair<TSecond, TFirst> Swap() => new(Second, First);
    }

    private static class Generic<T>
    {
        private static int s_next = 1;

        public static int Next() => s_next++;
    }

    private struct Big
    {
        public Numbers Values;

        [InlineArray(40)]
        public struct Numbers
        {
            private int _first;
        }
    }
}
