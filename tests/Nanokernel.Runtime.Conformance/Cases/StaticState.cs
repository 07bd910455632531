namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary>Static fields and class constructors: those that fold at compile time and those that have to run.</summary>
public static class StaticState
{
    private static readonly int[] Table = MakeTable();
    private static readonly string Text = "static " + 5;
    private static readonly Dictionary Entries = new(3);
    private static long s_counter = 5;

    /// <summary>Computes the cases.</summary>
    public static void Run()
    {
        Report.Value("statics.table", Table[9] + Table.Length);
        Report.Value("statics.text", Text);
        Report.Value("statics.object", Entries.Size);
        s_counter += Report.Opaque(7);
        Report.Value("statics.counter", s_counter);
        Report.Value("statics.lazy", Lazy.Created);
        Report.Value("statics.use", Lazy.Use());
        Report.Value("statics.order", Lazy.Created);
        Report.Value("statics.circular", First.Value + (Second.Value * 10));
        Report.Value("statics.nested", Nested.Inner.Depth);
        Report.Value("statics.runtime-data", RuntimeData[2] + (long)Words[3] + Letters.Length);
        Report.Value("statics.constants", Constants.Big + Constants.Name.Length);
    }

    private static ReadOnlySpan<int> RuntimeData => [10, 20, 30, 40];

    private static ReadOnlySpan<ulong> Words => [1, 2, 3, 0x1234_5678_9ABC];

    private static ReadOnlySpan<byte> Letters => "letters"u8;

    private static int[] MakeTable()
    {
        var table = new int[10];
        for (var i = 0; i < table.Length; i++)
            table[i] = i * i;
        return table;
    }

    private static class Constants
    {
        public const long Big = 1L << 40;
        public const string Name = nameof(Constants);
    }

    private sealed class Dictionary(int size)
    {
        public int Size { get; } = size;
    }

    private static class Observer
    {
        public static int Created { get; set; }
    }

    private static class Lazy
    {
        static Lazy() => Observer.Created += Report.Opaque(1);

        public static int Created => Observer.Created;

        public static int Use() => 5;
    }

    private static class First
    {
        public static readonly int Value = Report.Opaque(Second.Value) + 1;
    }

    private static class Second
    {
        public static readonly int Value = Report.Opaque(First.Value) + 2;
    }

    private static class Nested
    {
        public static class Inner
        {
            public static readonly int Depth = Report.Opaque(2);
        }
    }
}
