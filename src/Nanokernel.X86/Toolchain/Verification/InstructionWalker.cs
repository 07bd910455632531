using Iced.Intel;

namespace Nanokernel.X86.Toolchain;

/// <summary>Decodes code function by function, so that padding and data between functions are not taken for instructions.</summary>
internal static class InstructionWalker
{
    /// <summary>The functions of an image, each address once.</summary>
    public static IEnumerable<(LinkedSymbol Function, Instruction Instruction)> Walk(LinkedImage image)
    {
        foreach (var function in image.Symbols.Where(s => s.IsFunction && s.Size > 0).DistinctBy(s => s.Address))
        {
            var segment = image.Segments.FirstOrDefault(s => s.Access == SegmentAccess.ReadExecute && s.Contains(function.Address));
            if (segment is null)
                continue;
            var start = function.Address - segment.Address;
            if (start >= segment.Data.Length)
                continue;
            var size = Math.Min(function.Size, (uint)segment.Data.Length - start);
            foreach (var instruction in Decode(segment.Data, (int)start, (int)size, function.Address))
                yield return (function, instruction);
        }
    }

    /// <summary>The instructions of what no function covers; where that is data, they are none that anybody meant.</summary>
    public static IEnumerable<Instruction> WalkOutsideFunctions(LinkedImage image)
    {
        foreach (var segment in image.Segments.Where(s => s.Access == SegmentAccess.ReadExecute))
        {
            var next = segment.Address;
            var end = segment.Address + (uint)segment.Data.Length;
            var functions = image.Symbols.Where(s => s.IsFunction && s.Size > 0 && segment.Contains(s.Address)).Select(s => (s.Address, End: s.Address + s.Size));
            foreach (var (start, functionEnd) in functions.OrderBy(f => f.Address).Append((end, end)))
            {
                if (start > next)
                {
                    foreach (var instruction in Decode(segment.Data, (int)(next - segment.Address), (int)(Math.Min(start, end) - next), next))
                        yield return instruction;
                }

                next = Math.Max(next, functionEnd);
            }
        }
    }

    /// <summary>The instructions of a range; decoding goes on behind an invalid one.</summary>
    public static IEnumerable<Instruction> Decode(byte[] data, int start, int size, uint address)
    {
        var decoder = Decoder.Create(32, new ByteArrayCodeReader(data, start, size), address);
        while (decoder.IP < address + (ulong)size)
            yield return decoder.Decode();
    }

    /// <summary>The disassembly for messages.</summary>
    public static string Format(in Instruction instruction)
    {
        var output = new StringOutput();
        new NasmFormatter().Format(instruction, output);
        return output.ToStringAndReset();
    }
}
