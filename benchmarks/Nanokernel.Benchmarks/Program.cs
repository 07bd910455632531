// Measures the kernel in instruction-count mode and the build by the clock, and writes a table: metric, value, unit.
// Use: Nanokernel.Benchmarks OUTPUT.tsv REPOSITORY [kernel|build]
using Nanokernel.Benchmarks;

if (args.Length is < 2 or > 3)
{
    Console.Error.WriteLine("Use: Nanokernel.Benchmarks OUTPUT.tsv REPOSITORY [kernel|build]");
    return 2;
}

var metrics = new List<Metric>();
if (args is not [_, _, "build"])
{
    metrics.AddRange(await KernelPaths.MeasureAsync());
    metrics.AddRange(await PeriodicWork.MeasureAsync());
    metrics.AddRange(await InterruptsOff.MeasureAsync());
}

if (args is not [_, _, "kernel"])
    metrics.AddRange(await Builds.MeasureAsync(args[1]));

Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(args[0]))!);
await File.WriteAllLinesAsync(args[0], ["metric\tvalue\tunit", .. metrics.Select(metric => metric.ToString())]);
foreach (var metric in metrics)
    Console.WriteLine(metric);
return 0;
