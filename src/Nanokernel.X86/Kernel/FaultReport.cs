// The record of a stopped partition, as lines on the debug console.
using System;
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>
/// Completes a record and writes what happened, where, with which registers, and who called. It runs in the place of the stopped partition
/// and in its address space, where anybody more urgent comes between; every line starts with "fault: " and names the partition.
/// </summary>
internal static unsafe class FaultReport
{
    /// <summary>The owner of the lines of a fault of the kernel itself.</summary>
    public const int Kernel = -1;

    /// <summary>Completes the latest record of a partition and writes it.</summary>
    /// <param name="index">The partition.</param>
    /// <param name="request">What it said itself, or null.</param>
    /// <param name="line">Room for a line.</param>
    public static void Write(int index, PanicRequest* request, TextLine* line)
    {
        var record = FaultRecords.Latest(index);
        CopyInstruction(index, record);
        CopyStack(index, record);

        line->Clear();
        WriteCause(index, record, line);
        WriteText(index, record, request, line);
        End(line);

        Start(index, line);
        line->Write("at "u8);
        WriteMethod(SymbolsOf(index), record->Eip, line, &record->Where);
        line->Write(", "u8);
        WriteTime(record->Time - Clock.AtBoot, line);
        line->Write(" after boot"u8);
        End(line);

        WriteRegisters(index, record, line);
        WriteCallers(index, record, line);
        if (KernelConfiguration.HasWatches)
            ConsoleTails.Take(index, (byte*)&record->ConsoleTail);
        record->IsComplete = 1;
        if (KernelConfiguration.HasWatches)
        {
            var flags = Processor.HoldInterrupts();
            Faults.WakeWatchers(index);
            Processor.RestoreInterrupts(flags);
            Recovery.LetOthersRun(index);
        }
    }

    /// <summary>Writes registers in lines of four.</summary>
    public static void WriteRegisters(int owner, FaultRecord* record, TextLine* line)
    {
        Start(owner, line);
        WriteRegister("eax "u8, record->Eax, line);
        WriteRegister(" ebx "u8, record->Ebx, line);
        WriteRegister(" ecx "u8, record->Ecx, line);
        WriteRegister(" edx "u8, record->Edx, line);
        End(line);
        Start(owner, line);
        WriteRegister("esi "u8, record->Esi, line);
        WriteRegister(" edi "u8, record->Edi, line);
        WriteRegister(" ebp "u8, record->Ebp, line);
        WriteRegister(" esp "u8, record->Esp, line);
        End(line);
        Start(owner, line);
        WriteRegister("eip "u8, record->Eip, line);
        WriteRegister(" eflags "u8, record->Eflags, line);
        WriteRegister(" error "u8, record->ErrorCode, line);
        End(line);
    }

    /// <summary>Starts a line of the record of a partition, or of <see cref="Kernel"/>.</summary>
    public static void Start(int owner, TextLine* line)
    {
        line->Write("fault: ["u8);
        if (owner == Kernel)
            line->Write("kernel"u8);
        else
            Partitions.WriteName(owner, line);
        line->Write("] "u8);
    }

    /// <summary>Adds an address and the method that it lies in, and keeps the method.</summary>
    public static void WriteMethod(SymbolTable* symbols, uint address, TextLine* line, FaultMethod* method)
    {
        line->WriteWord(address);
        var start = line->Length;
        Symbols.WriteMethod(symbols, address, line);
        line->CopyTo((byte*)method, FaultMethod.Bytes, start + 1);
    }

    /// <summary>Shows a line. Nobody else's comes between its parts.</summary>
    public static void End(TextLine* line)
    {
        var flags = Processor.HoldInterrupts();
        DebugConsole.Write(line);
        Processor.RestoreInterrupts(flags);
    }

    private static void WriteCause(int index, FaultRecord* record, TextLine* line)
    {
        line->Write("fault: partition '"u8);
        Partitions.WriteName(index, line);
        line->Write("' stopped by "u8);
        switch (record->Kind)
        {
            case FaultKind.ProcessorException:
            case FaultKind.StackOverflow:
                ExceptionNames.Write(record->Detail, line);
                FaultCause.Write(index, record, line);
                break;
            case FaultKind.UnhandledException:
                line->Write("an unhandled exception"u8);
                break;
            case FaultKind.HeapExhausted:
                line->Write("an exhausted heap"u8);
                break;
            case FaultKind.InterruptStorm:
                WriteStorm(record->Detail, line);
                break;
            case FaultKind.MissedHeartbeat:
                line->Write("silence: no heartbeat came in time"u8);
                break;
            case FaultKind.BudgetExhausted:
                line->Write("an exhausted budget"u8);
                break;
            case FaultKind.IllegalHypercall:
                line->Write("an illegal hypercall, number "u8);
                line->WriteDecimal(record->Detail);
                break;
            case FaultKind.Commanded:
                line->Write("its watcher"u8);
                break;
            default:
                line->Write(record->Detail == PanicReason.FailFast ? "Environment.FailFast"u8 : "its own request"u8);
                break;
        }
    }

    private static void WriteStorm(uint number, TextLine* line)
    {
        var limit = Interrupts.LimitOf(number);
        line->Write("an interrupt storm: IRQ "u8);
        line->WriteDecimal(number);
        line->Write(" interrupted "u8);
        line->WriteDecimal(limit->Interrupts);
        line->Write(" times within less than "u8);
        line->WriteDecimal(limit->Microseconds);
        line->Write(" microseconds, and is masked"u8);
    }

    private static void WriteText(int index, FaultRecord* record, PanicRequest* request, TextLine* line)
    {
        var start = line->Length;
        if (request != null)
        {
            if (request->TypeText != 0 && request->TypeLength == 0)
            {
                line->Write(": "u8);
                Symbols.WriteExactName(SymbolsOf(index), request->TypeText, line);
            }
            else
            {
                WritePart(index, request->TypeText, request->TypeLength, line);
            }

            WritePart(index, request->MessageText, request->MessageLength, line);
        }

        line->CopyTo((byte*)&record->Text, FaultRecord.TextBytes, start + 2);
    }

    /// <summary>Adds a text that the partition gave.</summary>
    private static void WritePart(int index, uint address, uint length, TextLine* line)
    {
        const uint Maximum = 240;
        if (length > Maximum)
            length = Maximum;
        var text = address == 0 ? null : (ushort*)PhysicalMemory.OfPartition(index, address, length * sizeof(ushort));
        if (text == null || length == 0)
            return;
        line->Write(": "u8);
        for (var end = text + length; text != end; text++)
            line->WriteByte(*text is >= ' ' and <= '~' ? *text : (uint)'?');
    }

    private static void CopyInstruction(int index, FaultRecord* record)
    {
        var end = PhysicalMemory.EndOfPart(index, record->Eip);
        var code = (byte*)record->Eip;
        for (; record->InstructionCount < FaultRecord.InstructionBytes && record->Eip + record->InstructionCount < end; record->InstructionCount++)
            ((byte*)&record->Instruction)[record->InstructionCount] = code[record->InstructionCount];
    }

    private static void CopyStack(int index, FaultRecord* record)
    {
        var end = PhysicalMemory.EndOfPart(index, record->Esp);
        var stack = (uint*)record->Esp;
        for (; record->StackCount < FaultRecord.StackWords && end - (uint)(stack + record->StackCount) >= sizeof(uint) && end != 0; record->StackCount++)
            ((uint*)&record->Stack)[record->StackCount] = stack[record->StackCount];
    }

    private static void WriteCallers(int index, FaultRecord* record, TextLine* line)
    {
        var information = Partitions.At(index)->Information;
        var end = PhysicalMemory.EndOfPart(index, record->Esp);
        var words = end == 0 ? 0 : (end - record->Esp) / sizeof(uint);
        CallStack.Write(index, (uint*)record->Esp, words, information->TextStart, information->TextEnd, SymbolsOf(index), record, line);
    }

    private static void WriteTime(ulong elapsed, TextLine* line)
    {
        // Both halved, so that a rate of 8 GHz fits 32 bits.
        elapsed >>= 1;
        var frequency = (uint)(Clock.Frequency >> 1);
        var seconds = Processor.Divide((uint)(elapsed >> 32) % frequency, (uint)elapsed, frequency);
        var rest = (ulong)((uint)elapsed - (seconds * frequency)) * 1_000_000;
        var microseconds = Processor.Divide((uint)(rest >> 32), (uint)rest, frequency);
        line->WriteDecimal(seconds);
        line->WriteByte('.');
        for (var digit = 100_000u; digit != 0; digit /= 10)
            line->WriteByte('0' + (microseconds / digit % 10));
        line->Write(" s"u8);
    }

    private static void WriteRegister(ReadOnlySpan<byte> name, uint value, TextLine* line)
    {
        line->Write(name);
        line->WriteWord(value);
    }

    private static SymbolTable* SymbolsOf(int index) => (SymbolTable*)Partitions.At(index)->Information->SymbolTableAddress;
}
