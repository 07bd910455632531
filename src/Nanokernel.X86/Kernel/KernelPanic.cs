// A fault of the kernel itself.
using System.Runtime;
using System.Runtime.CompilerServices;
using Nanokernel.Abi;
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>
/// An exception in ring 0, or in ring 1 where the kernel recovers partitions, is a defect of the kernel or of the machine. Nothing can be
/// trusted any more, so the system ends with a dump.
/// </summary>
internal static unsafe class KernelPanic
{
    private const uint StackWordMaximum = 256;

    private static FaultRecord s_record;

    /// <summary>Reports an exception in ring 0 and ends the system.</summary>
    /// <param name="context">The registers; there is no SS and ESP in it, for the processor did not change its stack.</param>
    [RuntimeExport("nk_kernel_exception")]
    private static void Exception(Context* context) => Report(context, &context->Esp);

    /// <summary>Reports an exception and ends the system.</summary>
    /// <param name="context">The registers.</param>
    /// <param name="stack">The stack at the exception.</param>
    public static void Report(Context* context, uint* stack)
    {
        if (KernelConfiguration.HasTrace)
            Trace.Write(TraceKind.KernelFault, context->Vector, context->Eip);
        var record = (FaultRecord*)Unsafe.AsPointer(ref s_record);
        var line = DebugConsole.Line;
        FaultRecords.CopyRegisters(record, context, (uint)stack);
        line->Clear();
        line->Write("fault: the kernel stopped by "u8);
        ExceptionNames.Write(context->Vector, line);
        if (context->Vector == ExceptionNames.PageFault)
        {
            line->Write(": access to "u8);
            line->WriteWord(record->DataAddress);
        }

        FaultReport.End(line);
        var information = (KernelInformation*)PhysicalMemory.At(KernelConfiguration.KernelInformation);
        var symbols = (SymbolTable*)information->SymbolTableAddress;
        FaultReport.Start(FaultReport.Kernel, line);
        line->Write("at "u8);
        FaultReport.WriteMethod(symbols, context->Eip, line, &record->Where);
        FaultReport.End(line);
        FaultReport.WriteRegisters(FaultReport.Kernel, record, line);
        var words = ((VirtualMemoryMap.PageSize - ((uint)stack & (VirtualMemoryMap.PageSize - 1))) / sizeof(uint)) % StackWordMaximum;
        CallStack.Write(FaultReport.Kernel, stack, words, information->TextStart, information->TextEnd, symbols, record, line);
        SystemEnd.Stop(PartitionOutcomes.KernelPanicExitCode);
    }
}
