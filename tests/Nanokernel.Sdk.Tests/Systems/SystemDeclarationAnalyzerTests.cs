extern alias core;

using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Nanokernel.Sdk.Analyzers.Systems;

namespace Nanokernel.Sdk.Tests.Systems;

public sealed class SystemDeclarationAnalyzerTests
{
    private const string Head = """
        using Nanokernel;
        var project = new PartitionProject("Control", "Control.dll");
        var system = SystemBuilder.Create("plant", Machines.Pc);

        """;

    [Fact]
    public Task Two_partitions_that_claim_COM1_are_reported_with_both_lines() => Verify(
        Head + """
        var console = system.AddPartition("console", project).OwnsDevice(Pc.Com1);
        var logger = system.AddPartition("logger", project)
            .WithMemory(4.MiB())
            .OwnsDevice(Pc.Com1);
        """,
        "Plant.cs(7,6): NK0204: IRQ 4 (COM1) is owned by partition 'console' and by partition 'logger'. An interrupt line has one owner: "
        + "remove one, or pass its data over a channel. First claim: Plant.cs(4,55).");

    [Fact]
    public Task The_first_claim_is_an_additional_place_of_the_finding() => Check(
        Head + """
        system.AddPartition("console", project).OwnsDevice(Pc.Com1);
        system.AddPartition("logger", project).OwnsDevice(Pc.Com1);
        """,
        findings => Assert.Equal(3, Assert.Single(Assert.Single(findings).AdditionalLocations).GetLineSpan().StartLinePosition.Line));

    [Fact]
    public Task A_fault_answered_twice_is_reported_with_both_lines() => Verify(
        Head + """
        var control = system.AddPartition("control", project)
            .OnFault(FaultEvent.FailFast, FaultAction.Restart)
            .OnFault(FaultEvent.FailFast, FaultAction.Halt);
        system.AddPartition("monitor", project).Watches(control);
        """,
        "Plant.cs(6,6): NK0802: Partition 'control' answers FailFast twice, with FaultAction.Restart and with FaultAction.Halt. "
        + "An event has one answer: remove one of the two. First claim: Plant.cs(5,6).");

    [Fact]
    public Task A_sound_system_is_accepted() => Verify(
        Head + """
        var control = system.AddPartition("control", project).WithMemory(4.MiB()).OwnsDevice(Pc.Com1).WithConsole(Pc.Com1);
        var monitor = system.AddPartition("monitor", project).WithStack(32.KiB()).OwnsDevice(Pc.Com2).OwnsPorts(0x300, 0x31F);
        system.AddQueue("telemetry", capacity: 64).From(control).To(monitor);
        """);

    [Theory]
    [InlineData("system.AddPartition(\"Control\", project);", "NK0001")]
    [InlineData("system.AddPartition(\"a\", project); system.AddPartition(\"a\", project);", "NK0002")]
    [InlineData("system.AddPartition(\"kernel\", project);", "NK0003")]
    [InlineData("system.AddPartition(\"a\", project).WithStack(new ByteSize(5000));", "NK0101")]
    [InlineData("system.AddPartition(\"a\", project).WithMemory(ByteSize.FromKibibytes(4));", "NK0102")]
    [InlineData("system.AddPartition(\"a\", project).OwnsPorts(0x31F, 0x300);", "NK0201")]
    [InlineData("system.AddPartition(\"a\", project).OwnsPorts(0x40, 0x4F);", "NK0203")]
    [InlineData("system.AddPartition(\"a\", project).OwnsInterrupt(2);", "NK0205")]
    [InlineData("system.AddPartition(\"a\", project).OwnsInterrupt(16);", "NK0206")]
    [InlineData("system.AddPartition(\"a\", project).OwnsInterrupt(8, InterruptTrigger.Level);", "NK0207")]
    [InlineData("system.AddPartition(\"a\", project).OwnsDevice(Pc.IntervalTimer);", "NK0209")]
    [InlineData("system.AddPartition(\"a\", project).WithInterruptLimit(3, 0, System.TimeSpan.FromMilliseconds(1));", "NK0241")]
    [InlineData("system.AddPartition(\"a\", project).WithInterruptLimit(3, 10, System.TimeSpan.FromMinutes(2));", "NK0241")]
    [InlineData("system.AddPartition(\"a\", project).WithBudget(System.TimeSpan.FromMilliseconds(5), System.TimeSpan.FromMilliseconds(4));", "NK0501")]
    [InlineData("system.WithTimeSlice(System.TimeSpan.FromMinutes(1));", "NK0502")]
    [InlineData("system.WithTrace(48.KiB());", "NK0601")]
    [InlineData("var a = system.AddPartition(\"a\", project); system.WithCyclicSchedule(System.TimeSpan.FromMilliseconds(1))"
        + ".Window(a, System.TimeSpan.Zero, System.TimeSpan.FromMilliseconds(2));", "NK0507")]
    [InlineData("var a = system.AddPartition(\"a\", project); var schedule = system.WithCyclicSchedule(System.TimeSpan.FromMilliseconds(9)); "
        + "schedule.Window(a, System.TimeSpan.Zero, System.TimeSpan.FromMilliseconds(2)); "
        + "schedule.Window(a, System.TimeSpan.FromMilliseconds(1), System.TimeSpan.FromMilliseconds(2));", "NK0508")]
    [InlineData("var a = system.AddPartition(\"a\", project); system.AddQueue(\"q\", 4).From(a).To(a);", "NK0303")]
    [InlineData("system.AddQueue(\"q\", 0);", "NK0304")]
    [InlineData("system.AddPersistentPool(\"p\", 5.KiB());", "NK0101")]
    [InlineData("system.AddPartition(\"a\", project).WithConsole(Pc.Lpt1);", "NK0403")]
    [InlineData("var a = system.AddPartition(\"a\", project); var b = system.AddPartition(\"b\", project); a.Watches(b).Watches(b);", "NK0302")]
    [InlineData("var a = system.AddPartition(\"a\", project); a.Watches(a);", "NK0303")]
    [InlineData("system.AddPartition(\"a\", project).OnFault(FaultAction.Notify);", "NK0801")]
    [InlineData("system.AddPartition(\"a\", project).OnFault(FaultEvent.StackOverflow, FaultAction.Ignore);", "NK0801")]
    [InlineData("system.AddPartition(\"a\", project).OnFault(FaultAction.Stop).OnFault(FaultAction.Restart);", "NK0802")]
    [InlineData("system.AddPartition(\"a\", project).OnFault(FaultEvent.FailFast, FaultAction.Stop).OnFault(FaultEvent.FailFast, FaultAction.Stop);", "NK0802")]
    [InlineData("system.AddPartition(\"a\", project).WithRestartLimit(0, System.TimeSpan.FromSeconds(1));", "NK0803")]
    [InlineData("system.AddPartition(\"a\", project).WithRestartLimit(1, System.TimeSpan.FromHours(2));", "NK0803")]
    [InlineData("system.AddPartition(\"a\", project).WithRestartLimit(1, System.TimeSpan.FromSeconds(1), FaultAction.Restart);", "NK0803")]
    [InlineData("system.AddPartition(\"a\", project).WithHeartbeat(System.TimeSpan.FromMinutes(2));", "NK0804")]
    public Task Constants_that_break_a_rule_are_reported(string statements, string id) => Check(
        Head + statements, findings => Assert.Equal(id, Assert.Single(findings).Id));

    [Theory]
    [InlineData("foreach (var name in args) system.AddPartition(\"a\", project).OwnsDevice(Pc.Com1);")]
    [InlineData("if (args.Length > 0) system.AddPartition(\"a\", project).OwnsDevice(Pc.Com1); "
        + "else system.AddPartition(\"a\", project).OwnsDevice(Pc.Com1);")]
    [InlineData("system.AddPartition(args[0], project).WithStack(args.Length.KiB());")]
    [InlineData("var other = SystemBuilder.Create(\"other\", Machines.Pc); "
        + "system.AddPartition(\"a\", project).OwnsDevice(Pc.Com1); other.AddPartition(\"a\", project).OwnsDevice(Pc.Com1);")]
    [InlineData("var a = system.AddPartition(\"a\", project).OwnsDevice(Pc.Com1); "
        + "a = system.AddPartition(\"b\", project); a.OwnsPorts(0x3F8, 0x3F8);")]
    [InlineData("system.AddPartition(\"a\", project).OwnsDevice(Pc.VgaText);")]
    [InlineData("system.WithTrace().WithTrace(args.Length.KiB());")]
    [InlineData("var a = system.AddPartition(\"a\", project).OnFault((FaultEvent)args.Length, FaultAction.Notify).OnFault((FaultAction)args.Length); "
        + "a.WithRestartLimit(args.Length, System.TimeSpan.Zero).WithHeartbeat(System.TimeSpan.FromMilliseconds(args.Length));")]
    [InlineData("system.AddPartition(\"a\", project).OnFault(FaultEvent.MissedHeartbeat, FaultAction.Notify).OnFault(FaultAction.Restart).OnFault(FaultEvent.FailFast, FaultAction.Halt);")]
    [InlineData("var a = system.AddPartition(\"a\", project); var other = SystemBuilder.Create(\"other\", Machines.Pc); "
        + "a.Watches(other.AddPartition(\"a\", project)).Watches(system.AddPartition(\"b\", project)).Watches(system.AddPartition(\"c\", project));")]
    [InlineData("var a = system.AddPartition(\"a\", project); system.WithCyclicSchedule(System.TimeSpan.FromMilliseconds(args.Length))"
        + ".Window(a, System.TimeSpan.Zero, System.TimeSpan.FromMilliseconds(2));")]
    public Task What_may_not_run_or_is_not_constant_or_only_a_warning_is_left_to_the_build(string statements) => Verify(Head + statements);

    [Fact]
    public Task A_chain_goes_on_behind_an_extension_method_and_a_variable() => Check(
        Head + """
        var a = system.AddPartition("a", project).WithDefaults().OwnsDevice(Pc.Com1);
        var b = system.AddPartition("b", project);
        b.WithDefaults().OwnsDevice(Pc.Com3);

        static class Defaults
        {
            public static PartitionBuilder WithDefaults(this PartitionBuilder partition) => partition.WithStack(32.KiB());
        }
        """,
        findings => Assert.Equal("NK0204", Assert.Single(findings).Id));

    [Fact]
    public Task A_piece_of_wiring_is_checked_for_itself() => Check(
        """
        using Nanokernel;
        static class Wiring
        {
            public static SystemBuilder AddConsoles(this SystemBuilder system, PartitionProject project)
            {
                system.AddPartition("first", project).OwnsDevice(Pc.Com2);
                system.AddPartition("second", project).OwnsDevice(Pc.Com2);
                return system;
            }
        }
        """,
        findings => Assert.Equal("NK0204", Assert.Single(findings).Id),
        OutputKind.DynamicallyLinkedLibrary);

    private static Task Verify(string source, params string[] expected) => Check(source, findings => Assert.Equal(
        expected,
        findings.Select(finding =>
        {
            var start = finding.Location.GetLineSpan().StartLinePosition;
            return $"Plant.cs({start.Line + 1},{start.Character + 1}): {finding.Id}: {finding.GetMessage()}";
        })));

    private static async Task Check(
        string source, Action<ImmutableArray<Diagnostic>> assert, OutputKind kind = OutputKind.ConsoleApplication)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        var compilation = CSharpCompilation.Create(
            "Plant",
            [CSharpSyntaxTree.ParseText(source, options, "Plant.cs", cancellationToken: cancellation)],
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(core::Nanokernel.SystemBuilder).Assembly.Location)],
            new CSharpCompilationOptions(kind));
        Assert.DoesNotContain(compilation.GetDiagnostics(cancellation), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        var findings = await compilation.WithAnalyzers([new SystemDeclarationAnalyzer()]).GetAnalyzerDiagnosticsAsync(cancellation);

        assert(findings);
    }
}
