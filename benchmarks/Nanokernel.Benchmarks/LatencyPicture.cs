using System.Globalization;
using Nanokernel.Measurements;
using ScottPlot;

namespace Nanokernel.Benchmarks;

/// <summary>Distributions of interrupt latency as a table and as a picture.</summary>
internal static class LatencyPicture
{
    private const int Width = 900;
    private const int Height = 480;

    /// <summary>A row for each distribution and value: how often it came.</summary>
    public static IEnumerable<string> TableOf(IReadOnlyDictionary<string, Distribution> distributions) =>
    [
        "distribution\tinstructions\tinterrupts",
        .. distributions.SelectMany(pair => pair.Value.Counts.Select(count => $"{pair.Key}\t{count.Key}\t{count.Value}")),
    ];

    /// <summary>
    /// Draws which share of all interrupts waited longer than so many instructions, on a logarithmic scale: the right end of a line is
    /// the longest wait of all.
    /// </summary>
    public static void Draw(IReadOnlyDictionary<string, Distribution> distributions, string path)
    {
        using var plot = new Plot();
        foreach (var (name, distribution) in distributions)
        {
            var (waits, shares) = Exceeded(distribution);
            var line = plot.Add.Scatter(waits, shares);
            line.LegendText = name.Replace('_', ' ');
            line.ConnectStyle = ConnectStyle.StepHorizontal;
            line.MarkerSize = 0;
            line.LineWidth = 2;
            line.LinePattern = name.EndsWith("_idle", StringComparison.Ordinal) ? LinePattern.Dashed : LinePattern.Solid;
        }

        var ticks = new ScottPlot.TickGenerators.NumericManual();
        foreach (var (exponent, label) in (ReadOnlySpan<(int, string)>)
            [(0, "all"), (-1, "10 %"), (-2, "1 %"), (-3, "0.1 %"), (-4, "0.01 %"), (-5, "0.001 %")])
        {
            ticks.AddMajor(exponent, label);
        }

        plot.Axes.Left.TickGenerator = ticks;
        plot.Axes.SetLimits(0, distributions.Values.Max(distribution => distribution.Maximum) * 1.05, -5.1, 0.1);
        plot.XLabel("instructions from the rise of the line to its handler");
        plot.YLabel("interrupts that wait longer");
        plot.ShowLegend(Alignment.LowerLeft);
        plot.SaveSvg(path, Width, Height);
    }

    private static (double[] Waits, double[] Shares) Exceeded(Distribution distribution)
    {
        List<double> waits = [0];
        List<double> shares = [0];
        var left = distribution.Count;
        foreach (var (value, count) in distribution.Counts)
        {
            left -= count;
            waits.Add(value);
            shares.Add(left == 0 ? -5.1 : Math.Log10((double)left / distribution.Count));
        }

        return ([.. waits], [.. shares]);
    }
}
