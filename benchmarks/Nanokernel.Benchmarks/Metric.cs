using System.Globalization;

namespace Nanokernel.Benchmarks;

/// <summary>One line of the result.</summary>
internal sealed record Metric(string Name, string Value, string Unit)
{
    public static Metric Instructions(string name, long value) => new(name, value.ToString(CultureInfo.InvariantCulture), "instructions");

    public static Metric Seconds(string name, double value) => new(name, value.ToString("F2", CultureInfo.InvariantCulture), "seconds");

    public override string ToString() => $"{Name}\t{Value}\t{Unit}";
}
