// What is written down of a fault at once.
using System.Runtime.CompilerServices;
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>
/// The facts of a fault, as they are when it happens; <see cref="FaultReport"/> adds what takes longer. The records of a partition that is
/// watched lie in its <see cref="FaultLog"/>, where its watchers read them; of another one there is the latest only.
/// </summary>
internal static unsafe class FaultRecords
{
    private static FaultRecordTable s_records;

    /// <summary>The latest record of a partition.</summary>
    public static FaultRecord* Latest(int index)
    {
        var log = Faults.LogOf(index);
        return log == null
            ? (FaultRecord*)Unsafe.AsPointer(ref s_records) + index
            : (FaultRecord*)(log + 1) + ((log->RecordCount - 1) % FaultLog.RecordMaximum);
    }

    /// <summary>Begins a record.</summary>
    /// <param name="index">The partition, which is in force or has its context saved.</param>
    /// <param name="kind"><see cref="FaultKind"/>.</param>
    /// <param name="detail"><see cref="FaultRecord.Detail"/>.</param>
    /// <param name="action"><see cref="FaultActionKind"/>.</param>
    public static FaultRecord* Begin(int index, uint kind, uint detail, uint action)
    {
        var log = Faults.LogOf(index);
        if (log != null)
            log->RecordCount++;
        var record = Latest(index);
        var partition = Partitions.At(index);
        record->Magic = FaultRecord.MagicValue;
        record->Version = FaultRecord.VersionNumber;
        record->Number = log == null ? 1 : log->RecordCount;
        record->IsComplete = 0;
        record->BuildIdentity = partition->Information->BuildIdentity;
        record->Time = Clock.Now;
        record->ProcessorTime = ProcessorTime.Of(index, record->Time);
        record->Kind = kind;
        record->Action = action;
        record->Restarts = partition->Information->Generation - 1;
        record->Detail = detail;
        record->Cr3 = partition->PageTablesRoot;
        CopyRegisters(record, &partition->Context, partition->Context.Esp);
        record->InstructionCount = 0;
        record->StackCount = 0;
        record->CallerCount = 0;
        *(byte*)&record->Where = 0;
        *(byte*)&record->Text = 0;
        return record;
    }

    /// <summary>Copies the registers that an entry into the kernel has left, and the control registers that are the same for all.</summary>
    public static void CopyRegisters(FaultRecord* record, Context* context, uint stackPointer)
    {
        record->ErrorCode = context->ErrorCode;
        record->DataAddress = Processor.ReadPageFaultAddress();
        record->Cr0 = Processor.ReadControl0();
        record->Cr4 = Processor.ReadControl4();
        record->Eflags = context->Eflags;
        record->Edi = context->Edi;
        record->Esi = context->Esi;
        record->Ebp = context->Ebp;
        record->Esp = stackPointer;
        record->Ebx = context->Ebx;
        record->Edx = context->Edx;
        record->Ecx = context->Ecx;
        record->Eax = context->Eax;
        record->Eip = context->Eip;
    }

    [InlineArray(KernelConfiguration.PartitionCount)]
    private struct FaultRecordTable
    {
        private FaultRecord _first;
    }
}
