namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary>Language features: patterns, switches, iterators, tuples, records, ranges, collection expressions, extension members.</summary>
public static class Language
{
    /// <summary>Computes the cases.</summary>
    public static void Run()
    {
        Switches();
        Iterators();
        Records();
        Collections();
        Flow();
    }

    private static void Switches()
    {
        foreach (var name in (string[])["start", "stop", "pause", "resume", "status", "reset", "halt", "unknown", ""])
            Report.Value("switch.string", Command(name));
        ReadOnlySpan<char> span = "pause now";
        Report.Value("switch.span", span[..5] switch { "start" => 1, "pause" => 2, _ => 3 });
        Report.Value("switch.utf8", "ok"u8.SequenceEqual("ok"u8));
        for (var i = -1; i < 12; i += 3)
            Report.Value("switch.dense", i switch { 0 => 5, 1 => 6, 2 => 7, 3 => 8, 5 => 9, 8 => 11, < 0 => -1, _ => 0 });
        Report.Value("switch.tuple", (Report.Opaque(1), Report.Opaque(true)) switch { (1, true) => "yes", (1, false) => "no", _ => "other" });
        Report.Value("switch.list", ((int[])[1, 2, 3, 4]) switch { [1, .. var rest, 4] => rest.Length, _ => -1 });
        Report.Value("switch.long", Report.Opaque(1L << 40) switch { 1L << 40 => 1, _ => 2 });
        Report.Value("switch.property", new Person("Ada", 36) is { Age: > 30 and < 40, Name.Length: 3 });
    }

    private static int Command(string name)
    {
        switch (name)
        {
            case "start": return 1;
            case "stop": return 2;
            case "pause": return 3;
            case "resume": return 4;
            case "status": return 5;
            case "reset": return 6;
            case "halt": return 7;
            default: return name.Length;
        }
    }

    private static void Iterators()
    {
        var sum = 0;
        foreach (var value in Fibonacci(10))
            sum += value;
        Report.Value("iterators.sum", sum);
        foreach (var (index, letter) in Letters())
            Report.Value("iterators.tuple", letter + index);
        foreach (var value in new Countdown(3))
            sum = (sum * 10) + value;
        Report.Value("iterators.pattern", sum);
    }

    private static IEnumerable<int> Fibonacci(int count)
    {
        var (a, b) = (0, 1);
        for (var i = 0; i < count; i++)
        {
            yield return a;
            (a, b) = (b, a + b);
        }
    }

    private static IEnumerable<(int Index, char Letter)> Letters()
    {
        yield return (1, 'x');
        yield return (2, 'y');
    }

    private static void Records()
    {
        var ada = new Person("Ada", 36);
        var same = new Person("Ada", 36);
        var older = ada with { Age = 37 };
        Report.Value("records.equality", (ada == same) && (ada != older) && ada.Equals((object)same));
        Report.Value("records.hash", ada.GetHashCode() == same.GetHashCode());
        var (name, age) = older;
        Report.Value("records.deconstruct", name + age);
        var sample = new Sample(5, 2.5, Level.High);
        Report.Value("records.struct", (sample == new Sample(5, 2.5, Level.High)) && (sample with { Id = 6 }) != sample);
        Report.Value("records.derived", new Student("Bob", 20, 3).Equals(new Student("Bob", 20, 3)) && !new Student("Bob", 20, 3).Equals((object)new Person("Bob", 20)));
        Report.Value("records.required", new Options { Size = 3 }.Size);
        Report.Value("records.text", ada.ToString() == same.ToString());
    }

    private static void Collections()
    {
        Span<int> span = [1, 2, 3];
        ReadOnlySpan<int> more = [0, .. span, 4];
        Report.Value("collections.spread", Sum(more) + (more.Length * 100));
        Report.Value("collections.params", Sum(1, 2, 3, 4, 5) + Sum() + Sum(7));
        Report.Value("collections.texts", string.Concat((string[])["a", "b", "c"]));
        var text = "";
        foreach (var letter in "abc")
            text = letter + text;
        Report.Value("collections.string", text);
        Report.Value("collections.range", "hello world"[6..^1]);
        Report.Value("collections.index", "hello"[^1]);
    }

    private static int Sum(params ReadOnlySpan<int> values)
    {
        var sum = 0;
        foreach (ref readonly var value in values)
            sum += value;
        return sum;
    }

    private static void Flow()
    {
        var log = 0;
        for (var i = 0; i < 3; i++)
        {
            try
            {
                if (i == 1)
                    continue;
                log = (log * 10) + i + 1;
            }
            finally
            {
                log = (log * 10) + 9;
            }
        }

        Report.Value("flow.finally", log);
        Report.Value("flow.finally-return", Finally(ref log) + log);
        string? missing = Report.Opaque<string?>(null);
        Report.Value("flow.null", (missing?.Length ?? -1) + (missing ?? "default").Length);
        missing ??= "assigned";
        Report.Value("flow.assigned", missing);
        var outer = 0;
        while (true)
        {
            for (var i = 0; ; i++)
            {
                if (i == 4)
                    goto done;
                outer += i;
            }
        }

    done:
        Report.Value("flow.goto", outer);
        Report.Value("flow.local", Local(4));
        Report.Value("flow.extension", 21.Doubled() + "abc".Twice.Length);
        Report.Value("flow.out", int.TryParse("12", out var parsed) ? parsed : -1);
        Find([3, 1, 2], 1) = 50;
        Report.Value("flow.named", Named(second: 2, first: 1));
        Report.Value("flow.sizes", sizeof(int) + sizeof(double) + sizeof(char));
        using var scope = new Scope();
        Report.Value("flow.ref-struct", new Window("abcdef").Middle.Length);

        int Local(int depth) => depth == 0 ? outer : Local(depth - 1) + 1;
    }

    private static int Finally(ref int log)
    {
        try
        {
            return log;
        }
        finally
        {
            log = 1;
        }
    }

    private static int Named(int first, int second, int third = 3) => (first * 100) + (second * 10) + third;

    private static ref int Find(int[] values, int wanted)
    {
        foreach (ref var value in values.AsSpan())
        {
            if (value == wanted)
                return ref value;
        }

        return ref values[0];
    }

    private enum Level : byte
    {
        Low,
        High = 200,
    }

    private record Person(string Name, int Age);

    private sealed record Student(string Name, int Age, int Year) : Person(Name, Age);

    private readonly record struct Sample(int Id, double Value, Level Level);

    private sealed class Options
    {
        public required int Size { get; init; }
    }

    private ref struct Window(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;

        public readonly ReadOnlySpan<char> Middle => _text[1..^1];
    }

    private struct Scope : IDisposable
    {
        public readonly void Dispose() => Report.Value("flow.dispose", true);
    }

    private readonly struct Countdown(int from)
    {
        public Enumerator GetEnumerator() => new(from + 1);

        public struct Enumerator(int value)
        {
            public int Current { get; private set; } = value;

            public bool MoveNext() => --Current > 0;
        }
    }
}
