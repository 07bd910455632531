namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary>Nullable values, tuples, enumerations, hash codes and comparers.</summary>
public static class ValueTypes
{
    /// <summary>Computes the cases.</summary>
    public static void Run()
    {
        int? some = Report.Opaque<int?>(5);
        int? none = Report.Opaque<int?>(null);
        Report.Value("nullable.values", some!.Value + some.GetValueOrDefault(7) + none.GetValueOrDefault(7) + (none ?? 1));
        Report.Value("nullable.lifted", (some + 1 == 6) && (none + 1 is null) && (none < 3) == false && some > 3 && none == null);
        Report.Value("nullable.equals", some.Equals(5) && !none.Equals(5) && none.Equals(null) && some.GetHashCode() == 5);
        Report.Value("nullable.text", some.ToString() + none.ToString());

        var tuple = (Number: 3, Text: "three", Flag: true);
        Report.Value("tuples.items", tuple.Number + tuple.Text.Length);
        Report.Value("tuples.equals", tuple == (3, "three", true) && tuple.Equals((3, "three", true)) && tuple != (3, "three", false));
        Report.Value("tuples.compare", (1, 2).CompareTo((1, 3)) + (2, 0).CompareTo((1, 9)));
        Report.Value("tuples.hash", (1, "x").GetHashCode() == (1, "x").GetHashCode());
        Report.Value("tuples.large", (1, 2, 3, 4, 5, 6, 7).Equals((1, 2, 3, 4, 5, 6, 7)));

        var mode = Report.Opaque(Modes.Read | Modes.Append);
        Report.Value("enums.flags", mode.HasFlag(Modes.Append) && !mode.HasFlag(Modes.Write) && (mode & Modes.Read) != 0);
        Report.Value("enums.number", (int)mode + (long)Report.Opaque(Wide.Last));
        Report.Value("enums.equals", mode.Equals(Modes.Read | Modes.Append) && !mode.Equals(Modes.Read));
        Report.Value("enums.default-comparer", EqualityComparer<Modes>.Default.Equals(mode, Modes.Read) ? 1 : 0);
        Report.Value("enums.compare", Comparer<Modes>.Default.Compare(Modes.Read, Modes.Append) < 0);

        Report.Value("comparers.int", EqualityComparer<int>.Default.Equals(Report.Opaque(5), 5));
        Report.Value("comparers.string", EqualityComparer<string>.Default.Equals("a" + some, "a5"));
        Report.Value("comparers.nullable", EqualityComparer<int?>.Default.Equals(some, 5) && !EqualityComparer<int?>.Default.Equals(none, 5));
        Report.Value("comparers.object", EqualityComparer<object>.Default.Equals(5, 5));
        Report.Value("comparers.struct", EqualityComparer<Plain>.Default.Equals(new Plain { A = 1, B = 2 }, new Plain { A = 1, B = 2 }));
        Report.Value("comparers.struct-different", EqualityComparer<Plain>.Default.Equals(new Plain { A = 1, B = 2 }, new Plain { A = 1, B = 3 }));
        Report.Value("comparers.compare", Comparer<int>.Default.Compare(3, 5) + Comparer<double>.Default.Compare(2, 1) + Comparer<int?>.Default.Compare(null, 1));
        Report.Value("hash.combine", HashCode.Combine(1, "a") == HashCode.Combine(1, "a") && HashCode.Combine(1, 2) != HashCode.Combine(2, 1));
        Report.Value("hash.int", 5.GetHashCode() + (-1L).GetHashCode() + 'a'.GetHashCode() + true.GetHashCode() + ((short)-3).GetHashCode());

        Report.Value("bool.compare", true.CompareTo(false) + false.CompareTo(true) + true.CompareTo(true));
        Report.Value("bool.text", true.ToString() + false.ToString());
        Report.Value("char.classes", Classes());
        Report.Value("char.case", char.ToUpperInvariant('q').ToString() + char.ToLowerInvariant('Q') + char.ToUpperInvariant('5'));
    }

    private static int Classes()
    {
        var bits = 0;
        foreach (var character in "aZ5 \t_\u007F")
        {
            bits = (bits * 4) + (char.IsAsciiDigit(character) ? 1 : 0) + (char.IsAsciiLetter(character) ? 2 : 0);
            bits = (bits * 4) + (char.IsWhiteSpace(character) ? 1 : 0) + (char.IsControl(character) ? 2 : 0);
        }

        return bits;
    }

    [Flags]
    private enum Modes
    {
        Read = 1,
        Write = 2,
        Append = 4,
    }

    private enum Wide : ulong
    {
        Last = 1UL << 40,
    }

    private struct Plain
    {
        public int A;
        public long B;
    }
}
