namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary>Strings and interpolation to strings.</summary>
public static class Strings
{
    /// <summary>Computes the cases.</summary>
    public static void Run()
    {
        var text = Report.Opaque("The quick brown fox");
        Report.Value("strings.length", text.Length + text[4]);
        Report.Value("strings.substring", text.Substring(4, 5) + text.Substring(16));
        Report.Value("strings.concat", text[..3] + '-' + 42 + null + "é" + true);
        Report.Value("strings.concat-many", string.Concat("a", "b", "c", "d") + string.Concat("1", "2", "3") + string.Concat("x".AsSpan(), "y"));
        Report.Value("strings.join", string.Join(", ", "a", "b", null, "d") + string.Join('-', (string[])["x", "y"]));
        Report.Value("strings.equality", text == "The quick " + "brown fox" && text != "other" && text.Equals((object)text));
        Report.Value("strings.ignore-case", "HeLLo".Equals("hEllO", StringComparison.OrdinalIgnoreCase) && !"a".Equals("b", StringComparison.OrdinalIgnoreCase));
        Report.Value("strings.compare", (string.CompareOrdinal("abc", "abd") < 0) && (string.CompareOrdinal("b", "abc") > 0) && string.CompareOrdinal(null, "a") < 0);
        Report.Value("strings.search", (text.IndexOf('q') * 1000) + (text.IndexOf("brown", StringComparison.Ordinal) * 10) + text.IndexOf('z'));
        Report.Value("strings.search-from", text.IndexOf('o', 13) + text.LastIndexOf('o') + text.IndexOf("FOX", StringComparison.OrdinalIgnoreCase));
        Report.Value("strings.contains", text.Contains("quick") && text.Contains('x') && !text.Contains("slow"));
        Report.Value("strings.ends", text.StartsWith("The", StringComparison.Ordinal) && text.EndsWith("fox", StringComparison.Ordinal) && text.StartsWith('T') && !text.EndsWith('T'));
        Report.Value("strings.trim", "  padded\t ".Trim() + "|" + "  left".TrimStart() + "|" + "right ".TrimEnd() + "|");
        Report.Value("strings.case", "MiXed 1".ToUpperInvariant() + "MiXed 1".ToLowerInvariant());
        Report.Value("strings.replace", "a-b-c".Replace('-', '+'));
        Report.Value("strings.pad", "7".PadLeft(3, '0') + "ab".PadRight(4) + "|" + "long".PadLeft(2));
        var parts = "a,b,,c".Split(',');
        Report.Value("strings.split", parts.Length + parts[3]);
        Report.Value("strings.create", new string('x', 3) + new string(['a', 'b']) + new string(['a', 'b', 'c', 'd'], 1, 2) + new string("span".AsSpan(1)));
        Report.Value("strings.empty", string.IsNullOrEmpty("") && string.IsNullOrEmpty(null) && string.IsNullOrWhiteSpace(" \t") && !string.IsNullOrEmpty("a") && string.Empty == "");
        Report.Value("strings.characters", text.ToCharArray().Length);
        Report.Value("strings.hash", "abc".GetHashCode() == ("a" + "bc").GetHashCode());
        var number = Report.Opaque(-42);
        var interpolated = $"[{number}] [{number,8}] [{number,-8}] [{number:X}] [{1.5,6:F2}] [{true}] [{'c'}] [{text[..3],5}] [{null}]";
        Report.Value("strings.interpolation", interpolated);
        Report.Value("strings.interpolation-long", $"{text}{text}{text}{text}{number}{long.MinValue}{ulong.MaxValue}");
        Report.Value("strings.object", string.Concat((object)1, (object)"b"));
        Console.WriteLine($"plain {number} {number,6} {number,-6}| {number:X4} {text} {text,22} {text,-22}| {2.25} {true,6} {'c',3} {"literal"} {(byte)200} {(short)-3}");
        Console.WriteLine("non-ASCII: é € 😀 \u0001");
        Console.Write("parts ");
        Console.Write(number);
        Console.Write(' ');
        Console.Write(7UL);
        Console.Write(" ");
        Console.Write(1.25);
        Console.Write(false);
        Console.WriteLine();
        Console.WriteLine(long.MinValue);
        Console.WriteLine(uint.MaxValue);
        Console.WriteLine((string?)null);
        Console.WriteLine('x');
        Console.WriteLine(new string('=', 300));
        Console.WriteLine($"{new string('-', 250)}{number,20}{number}");
        object boxed = 77;
        Console.WriteLine(boxed);
        Console.WriteLine($"{boxed} {boxed,5}");
    }
}
