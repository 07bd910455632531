namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary>Prints results.</summary>
public static class Report
{
    /// <summary>Prints an integer.</summary>
    public static void Value(string name, long value) => Console.WriteLine($"{name}={value}");

    /// <summary>Prints an unsigned integer.</summary>
    public static void Value(string name, ulong value) => Console.WriteLine($"{name}={value}");

    /// <summary>Prints a truth value.</summary>
    public static void Value(string name, bool value) => Console.WriteLine($"{name}={value}");

    /// <summary>Prints the bits of a number, which shows more than its text.</summary>
    public static void Value(string name, double value) => Console.WriteLine($"{name}={BitConverter.DoubleToInt64Bits(value):X16}");

    /// <summary>Prints a text.</summary>
    public static void Value(string name, string? value) => Console.WriteLine($"{name}='{value}'");

    /// <summary>Prints a text.</summary>
    public static void Text(string name, scoped ReadOnlySpan<char> value)
    {
        Console.Write(name);
        Console.Write("='");
        foreach (var character in value)
            Console.Write(character);
        Console.WriteLine("'");
    }

    /// <summary>Hides a value from the compiler, so that it is computed where the program runs.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Opaque<T>(T value) => value;
}
