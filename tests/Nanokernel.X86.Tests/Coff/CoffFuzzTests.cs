using System.Diagnostics;
using CsCheck;
using Nanokernel.Checking;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests.Coff;

/// <summary>
/// Objects that are cut short or changed at random, through reader and linker: an image or findings, in bounded time and memory.
/// </summary>
public class CoffFuzzTests(CompiledSample sample) : IClassFixture<CompiledSample>
{
    private const int TimeLimitSeconds = 3;
    private static readonly uint[] HostileNumbers = [0, 1, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFF0, uint.MaxValue];
    private static readonly Gen<uint>[] Hostile = [.. HostileNumbers.Select(Gen.Const)];

    [Fact]
    public void An_object_cut_short_anywhere_gives_findings()
    {
        var bytes = sample.Object;
        // Every length near the start, where the headers are, and a spread of others.
        var lengths = Enumerable.Range(0, Math.Min(400, bytes.Length))
            .Concat(Enumerable.Range(0, 200).Select(i => (int)((long)bytes.Length * i / 200)));
        foreach (var length in lengths)
        {
            var diagnostics = new DiagnosticBag();
            Assert.False(CoffReader.TryRead("cut.obj", bytes.AsMemory(0, length), diagnostics, out _), $"{length} of {bytes.Length} bytes");
            AssertCoded(diagnostics);
        }
    }

    [Fact]
    public void An_object_with_flipped_bits_gives_an_image_or_findings() =>
        Gen.Select(Gen.Int[0, sample.Object.Length - 1], Gen.Int[0, 7]).Array[1, 8]
            .Sample(flips => Process(Change(bytes =>
            {
                foreach (var (at, bit) in flips)
                    bytes[at] ^= (byte)(1 << bit);
            })), time: TimeLimitSeconds);

    [Fact]
    public void An_object_with_hostile_numbers_in_its_headers_gives_an_image_or_findings() =>
        Gen.Select(Gen.Int[0, sample.HeaderBytes / 2 - 2], Gen.OneOf(Hostile)).Array[1, 4]
            .Sample(changes => Process(Change(bytes =>
            {
                foreach (var (at, value) in changes)
                    BitConverter.TryWriteBytes(bytes.AsSpan(at * 2), value);
            })), time: TimeLimitSeconds);

    [Fact]
    public void Symbols_relocations_and_debug_information_may_hold_anything() =>
        Gen.Select(Gen.Int[sample.HeaderBytes / 4, sample.Object.Length / 4 - 1], Gen.OneOf(Gen.UInt[0, 300], Gen.UInt)).Array[1, 16]
            .Sample(changes => Process(Change(bytes =>
            {
                foreach (var (at, value) in changes)
                    BitConverter.TryWriteBytes(bytes.AsSpan(at * 4), value);
            })), time: TimeLimitSeconds);

    [Fact]
    public void Bytes_at_random_behind_a_right_machine_type_give_findings() =>
        Gen.Byte.Array[18, 2000].Sample(bytes => Process([0x4C, 0x01, .. bytes]), time: TimeLimitSeconds);

    private byte[] Change(Action<byte[]> change)
    {
        var bytes = (byte[])sample.Object.Clone();
        change(bytes);
        return bytes;
    }

    private void Process(byte[] bytes)
    {
        var watch = Stopwatch.StartNew();
        var diagnostics = new DiagnosticBag();
        if (CoffReader.TryRead("fuzzed.obj", bytes, diagnostics, out var file))
        {
            if (Linker.TryLink(sample.Request(file), diagnostics, out var image))
            {
                Verifier.VerifyKernel(image, CpuLevel.Pentium4, diagnostics);
                Assert.NotEmpty(image.Segments);
                return;
            }
        }
        AssertCoded(diagnostics);
        Assert.InRange(watch.ElapsedMilliseconds, 0, 20_000);
    }

    private static void AssertCoded(DiagnosticBag diagnostics)
    {
        Assert.True(diagnostics.HasErrors);
        Assert.All(diagnostics, d => Assert.StartsWith("NK2", d.Rule.Id));
    }
}
