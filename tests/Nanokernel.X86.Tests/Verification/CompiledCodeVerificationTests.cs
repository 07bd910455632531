using Nanokernel.Checking;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests.Verification;

public class CompiledCodeVerificationTests(CompiledSample sample) : IClassFixture<CompiledSample>
{
    [Fact]
    public void Floating_point_in_compiled_code_is_found_at_its_source_line()
    {
        var image = Check.Link(sample.Request(Check.Read(sample.Object), roots: ["average"]));
        var diagnostics = new DiagnosticBag();

        Assert.False(Verifier.VerifyKernel(image, CpuLevel.Pentium4, diagnostics));

        var finding = Assert.Single(diagnostics, d => d.Message.StartsWith("'Control.Average' uses", StringComparison.Ordinal));
        Assert.Equal(ToolchainRules.KernelUsesFloatingPoint, finding.Rule);
        Assert.Equal(("/src/Sample.cs", CompiledSample.LineOf("static double Average")), (finding.Location?.File, finding.Location?.Line));
    }

    [Fact]
    public void The_compiler_emits_nothing_above_the_CPU_that_it_is_told_to_compile_for()
    {
        var image = Check.Link(sample.Request(Check.Read(sample.Object), roots: ["average"]));
        var diagnostics = new DiagnosticBag();

        Assert.True(Verifier.VerifyPartition(image, CpuLevel.Pentium4, diagnostics), string.Join('\n', diagnostics));
        Assert.Empty(Verifier.FindPrivileged(image));
    }
}
