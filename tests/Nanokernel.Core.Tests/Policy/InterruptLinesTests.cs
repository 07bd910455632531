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
        });
}
