using Nanokernel.Checking;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests.Verification;

public class VerifierTests
{
    [Theory]
    [InlineData(new byte[] { 0x0F, 0x57, 0xC0 }, "xorps xmm0,xmm0")]
    [InlineData(new byte[] { 0x0F, 0x11, 0x44, 0x24, 0x04 }, "movups [esp+4],xmm0")]
    [InlineData(new byte[] { 0xF2, 0x0F, 0x2A, 0xC1 }, "cvtsi2sd xmm0,ecx")]
    [InlineData(new byte[] { 0x0F, 0x6F, 0x01 }, "movq mm0,[ecx]")]
    [InlineData(new byte[] { 0xD9, 0xE8 }, "fld1")]
    [InlineData(new byte[] { 0xDF, 0xE0 }, "fnstsw ax")]
    [InlineData(new byte[] { 0xDD, 0x1C, 0x24 }, "fstp qword [esp]")]
    [InlineData(new byte[] { 0xC5, 0xF8, 0x57, 0xC0 }, "vxorps xmm0,xmm0,xmm0")]
    public void The_kernel_may_not_touch_floating_point_registers(byte[] code, string text)
    {
        var image = Link(code);

        Assert.Equal(
            $"nanokernel: error NK2401: 'start' uses '{text}' at 0x00400000. The kernel must leave FPU and SSE registers alone, "
            + "for they hold a partition's values. Avoid floating point, large struct copies and zeroed locals.",
            Assert.Single(VerifyKernel(image)).ToString());
        Assert.True(Verifier.UsesFloatingPoint(image));
    }

    [Theory]
    [InlineData(new byte[] { 0x0F, 0xAE, 0x00 }, "fxsave")]
    [InlineData(new byte[] { 0x0F, 0xAE, 0x08 }, "fxrstor")]
    [InlineData(new byte[] { 0x0F, 0x06 }, "clts")]
    [InlineData(new byte[] { 0xDB, 0xE3 }, "fninit")]
    [InlineData(new byte[] { 0xF3, 0x90 }, "pause")]
    [InlineData(new byte[] { 0x0F, 0x01, 0x18 }, "lidt")]
    [InlineData(new byte[] { 0x0F, 0x31 }, "rdtsc")]
    [InlineData(new byte[] { 0x0F, 0xC7, 0x0F }, "cmpxchg8b")]
    [InlineData(new byte[] { 0x0F, 0x44, 0xC1 }, "cmove")]
    [InlineData(new byte[] { 0x0F, 0x22, 0xD8 }, "mov cr3")]
    [InlineData(new byte[] { 0xF3, 0x0F, 0xBC, 0xC1 }, "rep bsf, which older CPUs run as bsf")]
    public void The_kernel_may_use_what_the_CPU_has(byte[] code, string name)
    {
        var image = Link(code);

        if (name.StartsWith("rep bsf", StringComparison.Ordinal))
            Assert.Equal("NK2402", Assert.Single(VerifyKernel(image)).Rule.Id);
        else
            Assert.Empty(VerifyKernel(image));
        Assert.False(Verifier.UsesFloatingPoint(image));
    }

    [Fact]
    public void An_instruction_above_the_declared_CPU_is_named_with_the_feature_it_needs()
    {
        var image = Link([0xF3, 0x0F, 0xB8, 0xC1]);

        Assert.Equal(
            "nanokernel: error NK2402: 'start' uses 'popcnt eax,ecx' at 0x00400000, which needs POPCNT; "
            + "the declared CPU has no such feature. Declare a later CPU, or avoid it.",
            Assert.Single(VerifyKernel(image)).ToString());
        Assert.True(Verifier.VerifyKernel(image, CpuLevel.Level2, new DiagnosticBag()));
    }

    [Fact]
    public void Bytes_that_are_no_instruction_are_shown() => Assert.Contains(
        "'start' has bytes at 0x00400000 that are no IA-32 instruction: 0F0A90C3",
        Assert.Single(VerifyKernel(Link([0x0F, 0x0A, 0x90]))).Message);

    [Fact]
    public void A_function_is_reported_once_a_rule()
    {
        var image = Link([0x0F, 0x57, 0xC0, 0x0F, 0x57, 0xC9, 0xF3, 0x0F, 0xB8, 0xC1]);

        Assert.Equal(["NK2401", "NK2402"], VerifyKernel(image).Select(d => d.Rule.Id));
    }

    [Fact]
    public void Privileged_instructions_of_a_partition_are_listed()
    {
        var image = Link(
        [
            0xFA,               // cli
            0xF4,               // hlt
            0xEC,               // in al,dx
            0xE6, 0x80,         // out 80h,al
            0x0F, 0x01, 0x18,   // lidt [eax]
            0x0F, 0x20, 0xC0,   // mov eax,cr0
            0x0F, 0x09,         // wbinvd
            0xCD, 0x80,         // int 80h
            0x9D,               // popfd
        ]);

        var found = Verifier.FindPrivileged(image);

        Assert.Equal(
            ["cli", "hlt", "in al,dx", "out 80h,al", "lidt [eax]", "mov eax,cr0", "wbinvd"],
            found.Select(f => f.Text));
        Assert.Equal(["in al,dx", "out 80h,al"], found.Where(f => f.IsPortAccess).Select(f => f.Text));
        Assert.All(found, f => Assert.Equal("start", f.Method));
    }

    [Fact]
    public void Privileged_instructions_are_warnings_and_port_accesses_none()
    {
        var diagnostics = new DiagnosticBag();

        Verifier.ReportPrivileged(Link([0xFA, 0xEC]), diagnostics);

        Assert.Equal(
            "nanokernel: warning NK2404: 'start' executes 'cli' at 0x00400000, which ring 3 may not: it stops the partition when reached. "
            + "Use the partition API.",
            Assert.Single(diagnostics).ToString());
    }

    [Fact]
    public void An_object_that_is_not_linked_tells_whether_it_uses_floating_point()
    {
        Assert.True(Verifier.UsesFloatingPoint(Objects.Start([0xD9, 0xE8, 0xC3]).File));
        Assert.False(Verifier.UsesFloatingPoint(Objects.Start([0x40, 0xC3]).File));
    }

    private static LinkedImage Link(byte[] code) => Check.Link(Objects.Start([.. code, 0xC3]).File);

    private static DiagnosticBag VerifyKernel(LinkedImage image)
    {
        var diagnostics = new DiagnosticBag();
        Assert.Equal(Verifier.VerifyKernel(image, CpuLevel.Pentium4, diagnostics), diagnostics.Count == 0);
        return diagnostics;
    }
}
