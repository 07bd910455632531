using System.Buffers.Binary;
using Nanokernel.Testing;
using Nanokernel.X86.Building;
using Xunit;

namespace Nanokernel.Image.Tests.Infrastructure;

/// <summary>
/// A copy of an image with other bytes at places of its kernel: the way to a defect of the kernel, which the shipped kernel must not
/// have even for a test.
/// </summary>
internal sealed class PatchedKernel
{
    private const uint GateBytes = 8;

    private readonly ImageResult _image;
    private readonly byte[] _bytes;

    private PatchedKernel(ImageResult image) => (_image, _bytes) = (image, File.ReadAllBytes(image.ImagePath));

    /// <summary>Builds a system, changes a copy of its image, and runs the copy.</summary>
    public static Task<TestRun> RunAsync(SourceSystem system, CompilerMode mode, Action<PatchedKernel> patch)
    {
        var kernel = new PatchedKernel(system.Build(mode));
        patch(kernel);
        var path = Path.ChangeExtension(kernel._image.ImagePath, ".patched.elf");
        File.WriteAllBytes(path, kernel._bytes);
        return TestRun.OfAsync(system, mode, options => options with { Image = path });
    }

    /// <summary>Puts bytes at a symbol.</summary>
    public void Write(string symbol, params ReadOnlySpan<byte> bytes) => bytes.CopyTo(_bytes.AsSpan(OffsetOf(symbol)));

    /// <summary>Changes a byte at a distance behind a mark that is in the image once.</summary>
    public void Damage(ReadOnlySpan<byte> mark, int distance)
    {
        var place = _bytes.AsSpan().IndexOf(mark);
        Assert.True(place >= 0 && place == _bytes.AsSpan().LastIndexOf(mark));
        _bytes[place + distance] ^= 0x5A;
    }

    /// <summary>Lets ring 3 use the gate of a vector, as only a defect of the tables would.</summary>
    public void OpenGate(int vector) => Gate(vector)[5] |= 0x60;            // DPL 3: SDM vol. 3A, figure 6-2

    /// <summary>Makes the gate of a vector one that is not present.</summary>
    public void RemoveGate(int vector) => Gate(vector)[5] &= 0x7F;

    private Span<byte> Gate(int vector) => _bytes.AsSpan(OffsetOf("nk_idt") + (int)(vector * GateBytes), (int)GateBytes);

    private int OffsetOf(string symbol)
    {
        if (!_image.Kernel.TryFindSymbol(symbol, out var found))
            throw new InvalidOperationException($"The kernel has no symbol '{symbol}'.");
        var image = _bytes.AsSpan();
        var headers = BinaryPrimitives.ReadInt32LittleEndian(image[28..]);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(image[44..]);
        for (var i = 0; i < count; i++)
        {
            var header = image[(headers + (i * 32))..];                     // ELF32 program header: offset, virtual, physical, bytes in file
            var distance = found.Address - BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);
            if (distance < BinaryPrimitives.ReadUInt32LittleEndian(header[16..]))
                return (int)(BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) + distance);
        }

        throw new InvalidOperationException($"No segment of the image holds '{symbol}'.");
    }
}
