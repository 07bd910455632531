using System.Linq;
using System.Threading.Tasks;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Runtime.Conformance;

/// <summary>What .NET answers with an exception stops the partition, with a record that names it.</summary>
public class FaultTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private static readonly (string Name, string Statement, string[] Record)[] Faults =
    [
        ("index", "var values = new int[3]; Console.Write(values[Hide(3)]);", ["System.IndexOutOfRangeException", "Index was outside the bounds of the array."]),
        ("span", "Console.Write(\"abc\".AsSpan()[Hide(3)]);", ["System.IndexOutOfRangeException"]),
        ("slice", "Console.Write(\"abc\".AsSpan(Hide(4)));", ["System.ArgumentOutOfRangeException", "(Parameter 'start')"]),
        ("divide", "Console.Write(5 / Hide(0));", ["#DE"]),
        ("divide-long", "Console.Write(5L / Hide(0));", ["System.DivideByZeroException", "Attempted to divide by zero."]),
        ("overflow", "Console.Write(checked(int.MaxValue + Hide(1)));", ["System.OverflowException"]),
        ("overflow-long", "Console.Write(checked(long.MaxValue * Hide(2)));", ["System.OverflowException"]),
        ("time-sum", "Console.Write((TimeSpan.MaxValue + TimeSpan.FromTicks(Hide(1))).Ticks);", ["System.OverflowException", "TimeSpan overflowed because the duration is too long."]),
        ("time-difference", "Console.Write((TimeSpan.MinValue - TimeSpan.FromTicks(Hide(1))).Ticks);", ["System.OverflowException", "TimeSpan overflowed because the duration is too long."]),
        ("time-product", "Console.Write((TimeSpan.FromDays(10_000) * -Hide(2000)).Ticks);", ["System.OverflowException", "TimeSpan overflowed because the duration is too long."]),
        ("time-quotient", "Console.Write((TimeSpan.Zero / Hide(0)).Ticks);", ["System.OverflowException", "TimeSpan overflowed because the duration is too long."]),
        ("time-units", "Console.Write(TimeSpan.FromDays(Hide(10_675_200)).Ticks);", ["System.ArgumentOutOfRangeException", "TimeSpan overflowed because the duration is too long."]),
        ("time-sign", "Console.Write(TimeSpan.FromTicks(long.MinValue + Hide(0)).Negate().Ticks);", ["System.OverflowException", "Negating the minimum value"]),
        ("cast", "s_kept = \"abc\" + Hide(1); Console.Write(((Version)s_kept).Number + new Version().Number);", ["System.InvalidCastException"]),
        ("unbox", "object number = Hide(5); Console.Write((long)number);", ["System.InvalidCastException"]),
        ("null", "Version? version = Hide(0) == 0 ? null : new Version(); Console.Write(version!.Number);", ["#PF"]),
        ("store", "object[] texts = new string[1]; texts[Hide(0)] = new Version();", ["System.ArrayTypeMismatchException"]),
        ("parse", "Console.Write(int.Parse(\"12x\"));", ["System.FormatException"]),
        ("heap", "while (true) s_kept = new byte[1 << 16];", ["heap"]),
        ("own", "throw new PumpException(\"valve \" + Hide(7) + \" stuck\");", ["PumpException", "valve 7 stuck"]),
        ("stack", "Console.Write(Recurse(1));", ["#PF"]),
        ("fail-fast", "Environment.FailFast(\"gave up\");", ["gave up"]),
    ];

    // A system has 16 partitions at most.
    private static readonly ((string Name, string Statement, string[] Record)[] Faults, SourceSystem System)[] Systems =
    [
        .. Faults.Chunk(16).Select((faults, index) => (faults, faults.Aggregate(
            new SourceSystem($"faults-{index}"), (system, fault) => system.Partition(fault.Name, Source(fault.Statement), partition => partition.WithMemory(1.MiB())))))
    ];

    public static TheoryData<int, CompilerMode> Runs { get; } =
        [.. Enumerable.Range(0, Systems.Length).SelectMany(index => new[] { (index, CompilerMode.Debug), (index, CompilerMode.Release) })];

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Each_failure_stops_its_partition_with_a_record_that_names_it(int index, CompilerMode mode)
    {
        var (faults, system) = Systems[index];
        await using var machine = await system.StartAsync(mode, cancellation: TestContext.Current.CancellationToken);
        var code = await machine.WaitForExitAsync(Limit, TestContext.Current.CancellationToken);
        var lines = machine.DebugConsole.Lines;
        Assert.All(faults, fault =>
        {
            var record = lines.FirstOrDefault(line => line.StartsWith($"fault: partition '{fault.Name}' ", StringComparison.Ordinal)) ?? $"'{fault.Name}' has no record";
            Assert.All(fault.Record, text => Assert.Contains(text, record, StringComparison.Ordinal));
        });
        Assert.DoesNotContain(lines, line => line.Contains("survived", StringComparison.Ordinal));
        Assert.Equal(101, code);
    }

    private static string Source(string statement) => $$"""
        [Partition]
        static partial class Faulty
        {
            private static object? s_kept;

            static void Main()
            {
                {{statement}}
                Console.WriteLine("survived");
            }

            [MethodImpl(MethodImplOptions.NoInlining)]
            private static int Hide(int value) => value;

            [MethodImpl(MethodImplOptions.NoInlining)]
            private static int Recurse(int depth) => Hide(depth) == 0 ? 0 : Recurse(depth + 1) + Hide(depth);
        }

        sealed class Version
        {
            public int Number { get; } = 5;
        }

        sealed class PumpException(string message) : Exception(message);
        """;
}
