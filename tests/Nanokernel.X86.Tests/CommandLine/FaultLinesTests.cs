using System.Text;
using Nanokernel.X86.Building;
using Nanokernel.X86.CommandLine;

namespace Nanokernel.X86.Tests.CommandLine;

public sealed class FaultLinesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>A return address is behind the call, and here already of the next line.</summary>
    [Theory]
    [InlineData("fault: [control] at 0x00401010 Control.Main + 0x10, 0.5 s after boot", " (/plant/Control.cs:12)")]
    [InlineData("fault: [control] called from 0x00401010 Control.Main + 0x10", " (/plant/Control.cs:11)")]
    [InlineData("fault: [control] called from 0x00401014 Control.Main + 0x14", " (/plant/Control.cs:12)")]
    [InlineData("fault: [kernel] at 0xC0100000 Boot.Start + 0x00", " (Nanokernel.X86/Kernel/Boot.cs:30)")]
    [InlineData("fault: [control] at 0x00400FFF nk_upcall + 0x02", "")]
    [InlineData("fault: [control] at 0x00401010, 0.5 s after boot", "")]
    [InlineData("fault: [monitor] at 0x00401010 Monitor.Main + 0x10", "")]
    [InlineData("[control] fault: [control] at 0x00401010 Control.Main + 0x10", "")]
    [InlineData("", "")]
    public void A_line_with_an_address_gets_its_source_line_however_its_bytes_arrive(string line, string place)
    {
        var bytes = Encoding.UTF8.GetBytes($"before\n{line}\nafter");
        var lines = Lines();
        for (var pieces = 1; pieces <= 9; pieces++)
        {
            var faults = new FaultLines(lines);
            Assert.Equal($"before\n{line}{place}\nafter", string.Concat(bytes.Chunk(pieces).Select(piece => Encoding.UTF8.GetString(faults.Add(piece)))));
        }
    }

    [Fact]
    public void Without_the_file_nothing_is_added() =>
        Assert.Null(SourceLines.Read(_folder.File("other.elf")).Find("fault: [control] at 0x00401010 Control.Main + 0x10"));

    public void Dispose() => _folder.Dispose();

    private SourceLines Lines()
    {
        Directory.CreateDirectory(_folder.File("plant.debug"));
        File.WriteAllLines(
            _folder.File(Path.Combine("plant.debug", SourceLines.FileName)),
            ["kernel\tC0100000\tNanokernel.X86/Kernel/Boot.cs\t30", "control\t00401010\t/plant/Control.cs\t12", "control\t00401000\t/plant/Control.cs\t11", "damaged"]);
        return SourceLines.Read(_folder.File("plant.elf"));
    }
}
