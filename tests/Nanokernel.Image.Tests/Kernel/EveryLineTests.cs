using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Nanokernel.X86.Emulation;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>
/// Every line that a partition can own, with a network card on each: a transfer of no bytes raises the card's line at once, and
/// acknowledging it lowers the line.
/// </summary>
public class EveryLineTests
{
    private const int Rounds = 20;
    private const int FirstPort = 0x1000;
    private const int Ports = 0x20;

    private static readonly int[] Edges = [1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

    private static readonly int[] Levels = [3, 4, 5, 6, 7, 9, 10, 11, 12, 14, 15];

    private const string Card = """
        // National Semiconductor DP8390: command, interrupt status (07), interrupt mask (0F); remote DMA complete is bit 6.
        static class Card
        {
            public static void Initialize(int line)
            {
                IoPort.WriteByte(PortOf(line), 0x21);
                IoPort.WriteByte((ushort)(PortOf(line) + 0x0F), 0x40);
            }

            public static void Raise(int line) => IoPort.WriteByte(PortOf(line), 0x0A);

            public static void Lower(int line) => IoPort.WriteByte((ushort)(PortOf(line) + 0x07), 0x40);

            private static ushort PortOf(int line) => (ushort)(0x1000 + (line * 0x20));
        }
        """;

    private static readonly SourceSystem EdgeLines = Compose("every-line-edge", Edges, InterruptTrigger.Edge, "");

    private static readonly SourceSystem LevelLines = Compose("every-line-level", Levels, InterruptTrigger.Level, "Interrupts.Complete((InterruptLine){0});");

    [Theory]
    [BackEnds]
    public async Task Each_line_reaches_its_handler_at_each_edge(CompilerMode mode, BackEnd backEnd)
    {
        var run = await TestRun.OfAsync(EdgeLines.On(backEnd), mode, WithCards(Edges));
        foreach (var line in Edges)
            run.ExitedWith(0).Printed($"line {line}: {Rounds} alone, {Rounds + 1} with the others");
    }

    [Theory]
    [BackEnds]
    public async Task Each_line_that_can_be_level_triggered_reaches_its_handler_once_for_each_completion(CompilerMode mode, BackEnd backEnd)
    {
        var run = await TestRun.OfAsync(LevelLines.On(backEnd), mode, WithCards(Levels));
        foreach (var line in Levels)
            run.ExitedWith(0).Printed($"line {line}: {Rounds} alone, {Rounds + 1} with the others");
    }

    private static Func<QemuOptions, QemuOptions> WithCards(int[] lines) => options => options with
    {
        Devices = [.. lines.Select(line => $"ne2k_isa,iobase=0x{FirstPort + (line * Ports):x},irq={line}")],
    };

    // All lines at once at the end: raised while handlers are held back, then let in.
    private static SourceSystem Compose(string name, int[] lines, InterruptTrigger trigger, string completion) => new SourceSystem(name).Partition(
        "owner",
        $$"""
        [Partition]
        static partial class Owner
        {
            static readonly int[] s_lines = [{{string.Join(", ", lines)}}];
            static readonly int[] s_counts = new int[16];

            static void Main()
            {
                {{string.Join(' ', lines.Select(line => $"Interrupts.Attach((InterruptLine){line}, On{line});"))}}
                var alone = new int[16];
                foreach (var line in s_lines)
                {
                    Card.Initialize(line);
                    for (var i = 0; i < {{Rounds}}; i++)
                        Card.Raise(line);
                    alone[line] = Volatile.Read(ref s_counts[line]);
                }

                using (Interrupts.Disable())
                {
                    foreach (var line in s_lines)
                        Card.Raise(line);
                }

                foreach (var line in s_lines)
                    Console.WriteLine($"line {line}: {alone[line]} alone, {Volatile.Read(ref s_counts[line])} with the others");
            }

            {{string.Join('\n', lines.Select(line => $$"""
                static void On{{line}}()
                {
                    Card.Lower({{line}});
                    s_counts[{{line}}]++;
                    {{string.Format(System.Globalization.CultureInfo.InvariantCulture, completion, line)}}
                }
                """))}}
        }

        {{Card}}
        """,
        partition => lines.Aggregate(
            partition.OwnsPorts(FirstPort, FirstPort + (16 * Ports) - 1), (builder, line) => builder.OwnsInterrupt(line, trigger)));
}
