// Measures the kernel, channels and interrupt latency in instruction-count mode and the build by the clock, and writes a table: metric, value, unit.
// Use: Nanokernel.Benchmarks OUTPUT.tsv REPOSITORY [kernel|channels|latency|build]
using Nanokernel.Benchmarks;
using Nanokernel.Measurements;

if (args.Length is < 2 or > 3 || args is [_, _, not ("kernel" or "channels" or "latency" or "build")])
{
    Console.Error.WriteLine("Use: Nanokernel.Benchmarks OUTPUT.tsv REPOSITORY [kernel|channels|latency|build]");
    return 2;
}

var output = Path.GetFullPath(args[0]);
var folder = Directory.CreateDirectory(Path.GetDirectoryName(output)!).FullName;
var part = args.Length == 3 ? args[2] : null;
var metrics = new List<Metric>();
var missed = 0;
if (part is null or "kernel")
{
    Report(await KernelPaths.MeasureAsync());
    Report(await LockPaths.MeasureAsync());
    Report(await FaultPaths.MeasureAsync());
    Report(await PeriodicWork.MeasureAsync());
    Report(KernelSizes.Measure());
    Report(KernelSizes.MeasurePrimitives());
    Report(await InterruptsOff.MeasureAsync());
}

if (part is null or "channels")
{
    Report(await ChannelPaths.MeasureAsync());
    Report(await CallPaths.MeasureAsync());
    Report(await PersistentPaths.MeasureAsync());
}

if (part is null or "latency")
{
    var distributions = await Latency.MeasureAsync();
    Report(Latency.MetricsOf(distributions));
    await File.WriteAllLinesAsync(Path.Combine(folder, "latency.tsv"), LatencyPicture.TableOf(distributions));
    LatencyPicture.Draw(distributions, Path.Combine(folder, "latency.svg"));
}

if (part is null or "build")
    Report(await Builds.MeasureAsync(args[1]));

await File.WriteAllLinesAsync(output, ["metric\tvalue\tunit", .. metrics.Select(metric => metric.ToString())]);
return missed == 0 ? 0 : 1;

// Beside each figure that has a limit, the limit, and whether it is missed.
void Report(IReadOnlyList<Metric> measured)
{
    metrics.AddRange(measured);
    foreach (var metric in measured)
    {
        var limit = Limits.Of(metric.Name);
        var isKept = limit?.IsKeptBy(metric) ?? true;
        missed += isKept ? 0 : 1;
        Console.WriteLine(limit is null ? $"{metric}" : $"{metric}\t{limit}{(isKept ? "" : "\tMISSED")}");
    }
}
