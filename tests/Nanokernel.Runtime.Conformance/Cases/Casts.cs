namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary>Casts, <c>is</c> and <c>as</c> to classes, interfaces, arrays and generic types.</summary>
public static class Casts
{
    /// <summary>Computes the cases.</summary>
    public static void Run()
    {
        object[] values =
        [
            new Base(), new Derived(), new Leaf(), "text", new int[2], new uint[2], new string[1], new object[1], new Base[1], new Derived[1], 5, 5u, 5L, 2.5, true, 'c',
            Color.Green, new Action(Run), new List(), new Wrapper<string>(), new Wrapper<int>(), (1, 2),
        ];
        foreach (var value in values)
        {
            Report.Value(
                "casts.is",
                Bits(
                    value is Base, value is Derived, value is Leaf, value is IMark, value is string, value is int[], value is uint[], value is string[],
                    value is object[], value is Base[], value is Array, value is int, value is uint, value is Color, value is Enum, value is ValueType)
                + (Bits(
                    value is Delegate, value is Action, value is System.Collections.IEnumerable, value is IEnumerable<string>, value is IEnumerable<object>,
                    value is Wrapper<string>, value is Wrapper<int>, value is ValueTuple<int, int>, value is IMark[], value is IComparable<int>, value is IEquatable<string>) << 16));
        }

        Report.Value("casts.as", (values[0] as Derived is null) && (values[2] as Derived is not null));
        Report.Value("casts.class", ((Base)values[2]).Value + ((Derived)values[1]).Value);
        Report.Value("casts.interface", ((IMark)values[1]).Mark());
        Report.Value("casts.array", ((Base[])values[9]).Length);
        Report.Value("casts.pattern", Describe(values[1]) + Describe(values[3]) + Describe(values[10]) + Describe(values[4]) + Describe(null));
        Report.Value("casts.type-of", typeof(Base) == typeof(Base) && typeof(int) != typeof(uint));
        Report.Value("casts.generic-type-of", Kind<int>() + Kind<string>() + Kind<double>());
    }

    private enum Color
    {
        Red,
        Green,
    }

    private interface IMark
    {
        int Mark();
    }

    private static int Kind<T>() => typeof(T) == typeof(int) ? 1 : typeof(T) == typeof(string) ? 20 : 300;

    private static string Describe(object? value) => value switch
    {
        null => "null;",
        Derived { Value: > 1 } => "derived;",
        Base => "base;",
        string { Length: 4 } text => text + ";",
        int and > 3 => "number;",
        int[] { Length: 2 } => "pair;",
        _ => "other;",
    };

    private static int Bits(params ReadOnlySpan<bool> flags)
    {
        var bits = 0;
        for (var i = 0; i < flags.Length; i++)
            bits |= (flags[i] ? 1 : 0) << i;
        return bits;
    }

    private class Base
    {
        public virtual int Value => 1;
    }

    private class Derived : Base, IMark
    {
        public override int Value => 2;

        public int Mark() => 17;
    }

    private sealed class Leaf : Derived
    {
        public override int Value => 3;
    }

    private sealed class Wrapper<T>
    {
        public T? Value { get; set; }
    }

    private sealed class List : IEnumerable<string>
    {
        public IEnumerator<string> GetEnumerator() => throw new NotSupportedException();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
