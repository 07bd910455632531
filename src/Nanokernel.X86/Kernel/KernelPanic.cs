// A fault of the kernel itself.
using System.Runtime;
using Nanokernel.Abi;
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>
/// An exception in ring 0 is a defect of the kernel or of the machine. Nothing can be trusted any more, so the system ends with a dump.
/// </summary>
internal static unsafe class KernelPanic
{
    private const uint StackWordMaximum = 256;

    private static CallStack s_callers;

    /// <summary>Reports and ends the system.</summary>
    /// <param name="context">The registers; there is no SS and ESP in it, for the processor did not change its stack.</param>
    [RuntimeExport("nk_kernel_exception")]
    private static void Exception(Context* context)
    {
        if (KernelConfiguration.HasTrace)
            Trace.Write(TraceKind.KernelFault, context->Vector, context->Eip);
        DebugConsole.StartLine();
        DebugConsole.Write("fault: the kernel stopped by "u8);
        ExceptionNames.Write(context->Vector);
        if (context->Vector == ExceptionNames.PageFault)
        {
            DebugConsole.Write(": access to "u8);
            DebugConsole.WriteWord(Processor.ReadPageFaultAddress());
        }

        DebugConsole.EndLine();
        var information = (KernelInformation*)PhysicalMemory.At(KernelConfiguration.KernelInformation);
        var symbols = information->SymbolTableAddress == 0 ? null : (SymbolTable*)PhysicalMemory.At(information->SymbolTableAddress);
        FaultReport.StartLine(FaultReport.Kernel);
        DebugConsole.Write("at "u8);
        Symbols.WriteAddress(symbols, context->Eip);
        DebugConsole.EndLine();
        var stack = &context->Esp;
        FaultReport.WriteRegisters(FaultReport.Kernel, context, (uint)stack);
        var words = ((VirtualMemoryMap.PageSize - ((uint)stack & (VirtualMemoryMap.PageSize - 1))) / sizeof(uint)) % StackWordMaximum;
        s_callers.Start(stack, words, information->TextStart, information->TextEnd, symbols);
        while (s_callers.WriteNext(FaultReport.Kernel))
        {
        }

        SystemEnd.Stop(PartitionOutcomes.KernelPanicExitCode);
    }
}
