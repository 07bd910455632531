using System.Globalization;

namespace Nanokernel.Measurements;

/// <summary>One line of the result.</summary>
public sealed record Metric(string Name, string Value, string Unit)
{
    public static Metric Instructions(string name, long value) => new(name, value.ToString(CultureInfo.InvariantCulture), "instructions");

    public static Metric Seconds(string name, double value) => new(name, value.ToString("F2", CultureInfo.InvariantCulture), "seconds");

    public static Metric Ratio(string name, double value) => new(name, value.ToString("0.0000", CultureInfo.InvariantCulture), "ratio");

    public override string ToString() => $"{Name}\t{Value}\t{Unit}";
}
