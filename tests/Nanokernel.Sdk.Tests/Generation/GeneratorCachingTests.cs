using Microsoft.CodeAnalysis;
using Nanokernel.Sdk.Analyzers.Generation;

namespace Nanokernel.Sdk.Tests.Generation;

public sealed class GeneratorCachingTests
{
    private const string Source = """
        using Nanokernel;
        [Partition] static partial class Control
        {
            [Sends("telemetry")] static partial Sender<int> Telemetry { get; }
            static void Main() { var x = 1; }
        }
        """;

    [Fact]
    public void An_edit_inside_a_method_generates_nothing_again()
    {
        var run = new GeneratorRun(Source);
        run.Edit(Source.Replace("var x = 1;", "var x = 2; var y = x;"));

        Assert.All(
            ReasonsOf(run, PartitionGenerator.ModelStep),
            reason => Assert.Contains(reason, (IncrementalStepRunReason[])[IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged]));
        Assert.All(OutputReasons(run), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_new_class_elsewhere_generates_nothing_again()
    {
        var run = new GeneratorRun(Source);
        run.Edit(Source + "\nstatic class Helper { }");

        Assert.All(
            ReasonsOf(run, PartitionGenerator.ModelStep),
            reason => Assert.Contains(reason, (IncrementalStepRunReason[])[IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged]));
        Assert.All(OutputReasons(run), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Another_channel_is_generated_again()
    {
        var run = new GeneratorRun(Source);
        run.Edit(Source.Replace("telemetry", "alarms"));

        Assert.Equal([IncrementalStepRunReason.Modified], ReasonsOf(run, PartitionGenerator.ModelStep));
        Assert.Contains("nk_end_sends_alarms", run.Sources.Values.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Models_hold_no_symbols_or_syntax()
    {
        var model = new GeneratorRun(Source).Result.TrackedSteps[PartitionGenerator.ModelStep].Single().Outputs.Single().Value;
        var fields = Enumerable.Concat([model.GetType()], model.GetType().Assembly.GetTypes().Where(type => type.Name == "ChannelEndModel"))
            .SelectMany(type => type.GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance));

        Assert.All(fields, field => Assert.False(
            typeof(ISymbol).IsAssignableFrom(field.PropertyType) || typeof(SyntaxNode).IsAssignableFrom(field.PropertyType), field.Name));
    }

    private static IEnumerable<IncrementalStepRunReason> ReasonsOf(GeneratorRun run, string step) =>
        run.Result.TrackedSteps[step].SelectMany(tracked => tracked.Outputs).Select(output => output.Reason);

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRun run) =>
        run.Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);
}
