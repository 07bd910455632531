using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>A function as a debugger is to see it.</summary>
/// <param name="Name">Its name, as the C# source has it where that is known.</param>
/// <param name="Address">Its first byte.</param>
/// <param name="Code">Its bytes.</param>
/// <param name="Lines">Its source lines by ascending address.</param>
internal sealed record DebugFunction(string Name, uint Address, ReadOnlyMemory<byte> Code, IReadOnlyList<LinkedLine> Lines)
{
    /// <summary>The byte behind its last.</summary>
    public uint End => Address + (uint)Code.Length;

    /// <summary>Where its source begins.</summary>
    public SourceLocation? Location => Lines.Count == 0 ? null : Lines[0].Location;

    /// <summary>The functions of an image by ascending address, none of them into the next.</summary>
    public static List<DebugFunction> Of(LinkedImage image)
    {
        var functions = new List<DebugFunction>();
        var line = 0;
        foreach (var segment in image.Segments.Where(segment => segment.Access == SegmentAccess.ReadExecute))
        {
            var symbols = image.Symbols
                .Where(symbol => symbol.IsFunction && symbol.Size > 0 && symbol.Address - segment.Address < segment.Data.Length)
                .GroupBy(symbol => symbol.Address)
                .Select(symbols => symbols.FirstOrDefault(symbol => symbol.DisplayName != symbol.Name) ?? symbols.First())
                .ToList();
            var end = segment.Address + (uint)segment.Data.Length;
            for (var i = 0; i < symbols.Count; i++)
            {
                var symbol = symbols[i];
                var size = Math.Min(symbol.Size, (i + 1 < symbols.Count ? symbols[i + 1].Address : end) - symbol.Address);
                var lines = new List<LinkedLine>();
                for (; line < image.Lines.Count && image.Lines[line].Address < symbol.Address + size; line++)
                {
                    if (image.Lines[line].Address >= symbol.Address)
                        lines.Add(image.Lines[line]);
                }

                functions.Add(new DebugFunction(
                    symbol.DisplayName, symbol.Address, segment.Data.AsMemory((int)(symbol.Address - segment.Address), (int)size), lines));
            }
        }

        return functions;
    }
}
