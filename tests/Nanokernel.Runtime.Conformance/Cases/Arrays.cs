namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary>Arrays of every element size, of references, of arrays, and the methods of <see cref="Array"/>.</summary>
public static class Arrays
{
    private static readonly int[] Primes = [2, 3, 5, 7, 11, 13, 17, 19];
    private static readonly string[] Names = ["one", "two", "three"];

    /// <summary>Computes the cases.</summary>
    public static void Run()
    {
        var bytes = new byte[5];
        var longs = new long[3];
        var chars = new char[] { 'a', 'b', 'c' };
        bytes[4] = 9;
        longs[2] = long.MaxValue;
        chars[1]++;
        Report.Value("arrays.elements", bytes[4] + bytes[0] + chars[1] + longs.Length);
        var total = 0;
        foreach (var prime in Primes)
            total += prime;
        Report.Value("arrays.foreach", total);
        Report.Value("arrays.ranges", Sum(Primes[2..5]) + Primes[^1]);
        int[][] jagged = [[1], [2, 3], [4, 5, 6]];
        Report.Value("arrays.jagged", jagged[2][1] + jagged[^1].Length);
        Report.Value("arrays.strings", Names[0] + Names[2]);
        object[] objects = Names;
        objects[1] = "zwei";
        Report.Value("arrays.covariant", Names[1]);
        Names[1] = "two";
        var structs = new (int X, long Y)[3];
        structs[1].Y = 77;
        structs[2] = (1, 2);
        Report.Value("arrays.structs", structs[1].Y + structs[2].Y + structs[2].X);
        ref var place = ref bytes[2];
        place = 33;
        Report.Value("arrays.ref", bytes[2]);

        int[] target = new int[6];
        Array.Copy(Primes, 1, target, 2, 3);
        Array.Copy(target, 2, target, 3, 3);
        Report.Value("arrays.copy", (target[2] * 10000) + (target[3] * 1000) + (target[4] * 100) + (target[5] * 10));
        Array.Fill(target, 4);
        Array.Clear(longs);
        Report.Value("arrays.fill", Sum(target) + longs[2]);
        Array.Resize(ref target, 8);
        Report.Value("arrays.resize", target.Length + Sum(target));
        Report.Value("arrays.index-of", (Array.IndexOf(Primes, 11) * 10) + Array.IndexOf(Primes, 4));
        Report.Value("arrays.index-of-text", Array.IndexOf(Names, "three"));
        int[] sorted = [5, 3, 9, 1, 7, 7, 0, -4];
        Array.Sort(sorted);
        Print("arrays.sort", sorted);
        Array.Sort(sorted, (a, b) => b.CompareTo(a));
        Print("arrays.sort-descending", sorted);
        Array.Reverse(sorted);
        Print("arrays.reverse", sorted);
        Report.Value("arrays.empty", Array.Empty<int>().Length + Array.Empty<string>().Length);
        IEnumerable<int> sequence = Primes;
        var product = 1L;
        foreach (var value in sequence)
            product *= value;
        Report.Value("arrays.enumerable", product);
        Report.Value("arrays.rank", Primes.Rank + Primes.LongLength);
        int[] spread = [.. Primes[..2], 99, .. sorted.AsSpan(0, 2)];
        Print("arrays.spread", spread);
    }

    private static int Sum(ReadOnlySpan<int> values)
    {
        var sum = 0;
        foreach (var value in values)
            sum += value;
        return sum;
    }

    private static void Print(string name, int[] values)
    {
        Console.Write($"{name}=");
        foreach (var value in values)
            Console.Write($"{value} ");
        Console.WriteLine();
    }
}
