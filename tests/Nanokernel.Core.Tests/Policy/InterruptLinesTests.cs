using CsCheck;
using Nanokernel.Policy;

namespace Nanokernel.Core.Tests.Policy;

public sealed class InterruptLinesTests
{
    [Fact]
    public void At_first_only_the_kernels_lines_are_open() => Assert.Equal(0xFFFAu, new InterruptLines(0b101).Masked);

    [Fact]
    public void A_line_is_owned_by_the_one_whose_bit_it_is() =>
        Gen.Select(Gen.UInt[0, 0xFFFF], Gen.UInt).Sample((lines, line) =>
            Assert.Equal(line < InterruptLines.Count && (lines & (1ul << (int)line)) != 0, InterruptLines.Owns(lines, line)));

    [Fact]
    public void The_lines_of_a_lost_partition_are_masked_and_no_others()
    {
        var lines = new InterruptLines(0xFFFF);
        lines.MaskAll(0b1001_0000);

        Assert.Equal(0b1001_0000u, lines.Masked);
    }

    /// <summary>
    /// The 8259 keeps one edge of a masked line. The I/O APIC keeps none, so a line stays open there until an edge comes that is to be
    /// kept. For the owner the two have to be the same.
    /// </summary>
    [Fact]
    public void Edges_of_masked_lines_are_kept_as_the_8259_keeps_them() =>
        Gen.Select(Gen.Int[0, 2], Gen.UInt[0, 3]).Array[0, 60].Sample(events =>
        {
            var pair = new bool[4];
            var masked = new bool[4];
            var lines = new InterruptLines(0xFFFF);
            var open = Enumerable.Repeat(true, 4).ToArray();
            List<uint> byPair = [], byApic = [];
            foreach (var (kind, line) in events)
            {
                if (kind == 0)
                {
                    pair[line] = true;
                    if (open[line])
                        Take(line);
                }
                else
                {
                    masked[line] = kind == 1;
                    if (kind == 1)
                        lines.Mask(line);
                    else
                        Unmask(line);
                }

                if (pair[line] && !masked[line])
                {
                    byPair.Add(line);
                    pair[line] = false;
                }

                Assert.Equal(byPair, byApic);
            }

            void Take(uint line)
            {
                if (!lines.IsMasked(line))
                {
                    byApic.Add(line);
                    return;
                }

                lines.Keep(line);
                open[line] = false;
            }

            void Unmask(uint line)
            {
                lines.Unmask(line);
                open[line] = true;
                if (lines.TakeKept(line))
                    byApic.Add(line);
            }
        }, iter: 5_000);

    [Fact]
    public void Masking_and_unmasking_agree_with_a_set() =>
        Gen.Select(Gen.Bool, Gen.UInt[0, 15]).Array[0, 40].Sample(events =>
        {
            var lines = new InterruptLines(0);
            var masked = Enumerable.Range(0, 16).Select(line => (uint)line).ToHashSet();
            foreach (var (masks, line) in events)
            {
                if (masks)
                {
                    lines.Mask(line);
                    masked.Add(line);
                }
                else
                {
                    lines.Unmask(line);
                    masked.Remove(line);
                }

                Assert.Equal(masked.Aggregate(0u, (mask, bit) => mask | (1u << (int)bit)), lines.Masked);
            }
        }, iter: 5_000);
}
