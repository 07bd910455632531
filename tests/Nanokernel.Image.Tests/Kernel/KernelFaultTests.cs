using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>Faults of the kernel itself, provoked by changing its code or tables in a copy of the image.</summary>
public class KernelFaultTests
{
    /// <summary>The service that the subjects call and the tests spoil.</summary>
    private const string Service = "nk_serve_yield";

    private static readonly SourceSystem Calling = new SourceSystem("kernel-fault").Partition("caller", """
        [Partition]
        static partial class Caller
        {
            static void Main()
            {
                Console.WriteLine("calls");
                Processor.Yield();
                Console.WriteLine("came back");
            }
        }
        """);

    private static readonly SourceSystem Protected = new SourceSystem("double-fault").Partition("caller", """
        [Partition]
        static unsafe partial class Caller
        {
            static ReadOnlySpan<byte> DisableInterrupts => [0xFA, 0xC3];

            static void Main()
            {
                Console.WriteLine("calls");
                ((delegate*<void>)Unsafe.AsPointer(ref MemoryMarshal.GetReference(DisableInterrupts)))();
                Console.WriteLine("came back");
            }
        }
        """);

    [Theory]
    [CompilerModes]
    public async Task An_exception_in_the_kernel_ends_the_system_with_a_dump(CompilerMode mode)
    {
        // mov ebx, 0x12345678; mov eax, [0xF0000000]
        var run = await PatchedKernel.RunAsync(
            Calling, mode, kernel => kernel.Write(Service, 0xBB, 0x78, 0x56, 0x34, 0x12, 0xA1, 0, 0, 0, 0xF0));

        run.ExitedWith(102)
            .Printed("[caller] calls")
            .DidNotPrint("came back")
            .Printed("fault: the kernel stopped by #PF (page fault): access to 0xF0000000")
            .Printed("fault: [kernel] at ", "Yield")
            .Printed("fault: [kernel] eax ", "ebx 0x12345678")
            .Printed("fault: [kernel] esi ", "esp 0xC")
            .Printed("fault: [kernel] eip 0xC", "error 0x00000000")
            .Printed("fault: [kernel] called from ", "nk_hypercall_entry");
    }

    [Theory]
    [CompilerModes]
    public async Task An_exhausted_kernel_stack_is_a_double_fault_with_a_dump(CompilerMode mode)
    {
        // mov esp, 0; push eax: the page fault cannot be pushed either.
        var run = await PatchedKernel.RunAsync(Calling, mode, kernel => kernel.Write(Service, 0xBC, 0, 0, 0, 0, 0x50));

        run.ExitedWith(102)
            .Printed("fault: the kernel stopped by #DF (double fault)")
            .Printed("fault: [kernel] at ", "Yield")
            .Printed("fault: [kernel] eip 0xC")
            .DidNotPrint("came back");
    }

    [Theory]
    [CompilerModes]
    public async Task An_exception_that_cannot_be_delivered_is_a_double_fault_that_names_the_place(CompilerMode mode)
    {
        const int generalProtection = 13;
        var run = await PatchedKernel.RunAsync(Protected, mode, kernel => kernel.RemoveGate(generalProtection));

        run.ExitedWith(102)
            .Printed("fault: the kernel stopped by #DF (double fault)")
            .Printed("fault: [kernel] eip 0x004")
            .DidNotPrint("came back");
    }
}
