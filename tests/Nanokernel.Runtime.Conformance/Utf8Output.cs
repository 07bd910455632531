using System.Text;

namespace Nanokernel.Runtime.Conformance;

/// <summary>Writes UTF-8 text as a partition's console takes it, which .NET's does not.</summary>
public static class Utf8Output
{
    /// <summary>Writes a text.</summary>
    public static void Write(ReadOnlySpan<byte> text) => Console.Write(Encoding.UTF8.GetString(text));

    /// <summary>Writes a text and ends the line.</summary>
    public static void WriteLine(ReadOnlySpan<byte> text) => Console.WriteLine(Encoding.UTF8.GetString(text));

    /// <summary>Writes a line with a number at both sides of a text.</summary>
    public static void WriteBetween(ReadOnlySpan<byte> text, int number) => Console.WriteLine($"{number} {Encoding.UTF8.GetString(text)} {number}");
}
