using System.Text;
using Nanokernel.X86.Building;

namespace Nanokernel.X86.CommandLine;

/// <summary>Adds file and line to the lines of fault records, at their ends, as the bytes of the debug console come.</summary>
internal sealed class FaultLines(SourceLines lines)
{
    private readonly MemoryStream _line = new();

    /// <summary>What to print instead of some bytes.</summary>
    public byte[] Add(ReadOnlySpan<byte> bytes)
    {
        var output = new MemoryStream();
        foreach (var value in bytes)
        {
            if (value == (byte)'\n')
            {
                if (lines.Find(Encoding.UTF8.GetString(_line.ToArray())) is { } place)
                    output.Write(Encoding.UTF8.GetBytes($" ({place})"));
                _line.SetLength(0);
            }
            else
            {
                _line.WriteByte(value);
            }

            output.WriteByte(value);
        }

        return output.ToArray();
    }
}
