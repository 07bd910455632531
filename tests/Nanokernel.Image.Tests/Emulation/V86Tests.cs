using Nanokernel.Image.Tests.Infrastructure;
using Xunit;

namespace Nanokernel.Image.Tests.Emulation;

public class V86Tests
{
    [Fact]
    public async Task V86_boots_a_Multiboot_image_and_tells_its_output_and_exit_code()
    {
        var image = TinyImage.Write("v86", code =>
        {
            TinyPrograms.Print(code, 0xE9, "debug\n");
            TinyPrograms.Print(code, 0x3F8, "COM1\n");
            TinyPrograms.Echo(code);
            TinyPrograms.Exit(code, 42);
        });
        var result = await V86.RunAsync(image, TimeSpan.FromMinutes(1), com2: "echo\nq");

        Assert.Equal(42, result.ExitCode);
        Assert.Equal(["debug"], result.Lines["debug"]);
        Assert.Equal(["COM1", "echo", "q"], result.Lines["COM1"]);
    }
}
