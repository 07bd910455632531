namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary>Floating point and <see cref="Math"/>.</summary>
public static class FloatingPoint
{
    /// <summary>Computes the cases.</summary>
    public static void Run()
    {
        ReadOnlySpan<double> values = [0, -0.0, 0.5, -0.5, 1.5, 2.5, -2.5, 3.7, -3.7, 1e15 + 0.5, 4503599627370497.5, 1e300, double.NaN, double.PositiveInfinity];
        foreach (var hidden in values)
        {
            var value = Report.Opaque(hidden);
            Report.Value("math.floor", Math.Floor(value));
            Report.Value("math.ceiling", Math.Ceiling(value));
            Report.Value("math.truncate", Math.Truncate(value));
            Report.Value("math.round", Math.Round(value));
            Report.Value("math.abs", Math.Abs(value));
            Report.Value("math.sqrt", Math.Sqrt(Math.Abs(value)));
            Report.Value("math.sign-of", Math.CopySign(3.0, value));
            Report.Value("math.min", Math.Min(value, 1.0));
            Report.Value("math.max", Math.Max(value, 1.0));
            Report.Value("mathf.floor", MathF.Floor((float)value));
            Report.Value("mathf.round", MathF.Round((float)value));
            Report.Value("mathf.sqrt", MathF.Sqrt(MathF.Abs((float)value)));
            Report.Value("double.finite", double.IsFinite(value));
            Report.Value("double.integer", double.IsInteger(value));
            Report.Value("double.negative", double.IsNegative(value));
            Report.Value("double.hash", value.GetHashCode());
            Report.Value("double.compare", value.CompareTo(1.5));
            Report.Value("double.equals", value.Equals(double.NaN));
        }

        Report.Value("double.remainder", Report.Opaque(10.75) % Report.Opaque(3.5));
        Report.Value("double.remainder-negative", Report.Opaque(-10.75) % Report.Opaque(3.5));
        Report.Value("double.remainder-large", Report.Opaque(1e300) % Report.Opaque(7.3));
        Report.Value("float.remainder", Report.Opaque(10.75f) % Report.Opaque(3.25f));
        Report.Value("float.sum", Report.Opaque(0.1f) + Report.Opaque(0.2f));
        Report.Value("double.sum", Report.Opaque(0.1) + Report.Opaque(0.2));
        Report.Value("double.quotient", Report.Opaque(1.0) / Report.Opaque(3.0));
        Report.Value("double.compare-nan", Report.Opaque(double.NaN) < 1 || Report.Opaque(double.NaN) >= 1);
        Report.Value("math.round-digits", Math.Round(2.34567, 3));
        Report.Value("math.clamp", Math.Clamp(Report.Opaque(7.5), 1, 5));
        Report.Value("math.sign", Math.Sign(Report.Opaque(-7.5)));
        Report.Value("float.hash", Report.Opaque(1.25f).GetHashCode());
        Report.Value("math.pi", Math.PI + Math.E + Math.Tau);
        var logistic = 0.4;
        for (var i = 0; i < 100; i++)
            logistic = 3.9 * logistic * (1 - logistic);
        Report.Value("double.logistic", logistic);
    }
}
