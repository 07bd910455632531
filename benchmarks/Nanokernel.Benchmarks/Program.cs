// Measures the kernel and interrupt latency in instruction-count mode and the build by the clock, and writes a table: metric, value, unit.
// Use: Nanokernel.Benchmarks OUTPUT.tsv REPOSITORY [kernel|latency|build]
using Nanokernel.Benchmarks;
using Nanokernel.Measurements;

if (args.Length is < 2 or > 3 || args is [_, _, not ("kernel" or "latency" or "build")])
{
    Console.Error.WriteLine("Use: Nanokernel.Benchmarks OUTPUT.tsv REPOSITORY [kernel|latency|build]");
    return 2;
}

var output = Path.GetFullPath(args[0]);
var folder = Directory.CreateDirectory(Path.GetDirectoryName(output)!).FullName;
var part = args.Length == 3 ? args[2] : null;
var metrics = new List<Metric>();
if (part is null or "kernel")
{
    metrics.AddRange(await KernelPaths.MeasureAsync());
    metrics.AddRange(await PeriodicWork.MeasureAsync());
    metrics.AddRange(await InterruptsOff.MeasureAsync());
}

if (part is null or "latency")
{
    var distributions = await Latency.MeasureAsync();
    metrics.AddRange(Latency.MetricsOf(distributions));
    await File.WriteAllLinesAsync(Path.Combine(folder, "latency.tsv"), LatencyPicture.TableOf(distributions));
    LatencyPicture.Draw(distributions, Path.Combine(folder, "latency.svg"));
}

if (part is null or "build")
    metrics.AddRange(await Builds.MeasureAsync(args[1]));

await File.WriteAllLinesAsync(output, ["metric\tvalue\tunit", .. metrics.Select(metric => metric.ToString())]);
var missed = 0;
foreach (var metric in metrics)
{
    var limit = Limits.Of(metric.Name);
    var isKept = limit?.IsKeptBy(metric) ?? true;
    missed += isKept ? 0 : 1;
    Console.WriteLine(limit is null ? $"{metric}" : $"{metric}\t{limit}{(isKept ? "" : "\tMISSED")}");
}

return missed == 0 ? 0 : 1;
