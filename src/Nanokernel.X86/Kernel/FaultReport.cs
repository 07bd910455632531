// The record of a stopped partition, as lines on the debug console.
using System;
using System.Runtime.CompilerServices;
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>
/// Writes what happened, where, with which registers, and who called. A record is written a line at a time at the priority of the stopped
/// partition and in its address space, with interrupts let in between, so that it delays nobody more urgent; every line starts with
/// "fault: " and names the partition.
/// </summary>
internal static unsafe class FaultReport
{
    /// <summary>The owner of the lines of a fault of the kernel itself.</summary>
    public const int Kernel = -1;

    private const uint TextMaximum = 240;

    // How many characters one part writes: it bounds the time in the kernel.
    private const uint TextStep = 32;

    private static FaultRecordTable s_records;

    /// <summary>Whether a partition is stopped and its record not yet complete.</summary>
    public static bool IsUnfinished(int index) => Partitions.At(index)->RecordUnfinished != 0;

    /// <summary>Starts the record of an exception of the processor.</summary>
    public static void BeginException(int index)
    {
        var record = Begin(index);
        record->Address = Processor.ReadPageFaultAddress();
        if (KernelConfiguration.HasTrace)
            TraceStop(index, TraceFault.Exception | Partitions.At(index)->Context.Vector);
    }

    /// <summary>Starts the record of what a partition's own run-time library found.</summary>
    /// <param name="index">The partition.</param>
    /// <param name="request">Its request, or null where it gave no readable one.</param>
    public static void BeginPanic(int index, PanicRequest* request)
    {
        var record = Begin(index);
        record->IsPanic = true;
        record->Request = request;
        if (KernelConfiguration.HasTrace)
            TraceStop(index, TraceFault.Panic | (request == null ? 0 : request->Reason & TraceFault.NumberMask));
    }

    /// <summary>Starts the record of a partition whose interrupt line never calms down.</summary>
    public static void BeginStorm(int index, uint line)
    {
        Begin(index)->StormLine = (int)line;
        if (KernelConfiguration.HasTrace)
            TraceStop(index, TraceFault.Storm | line);
    }

    /// <summary>Writes the next line of a record, or a bounded part of it.</summary>
    /// <returns>Whether there is more to write.</returns>
    public static bool WritePart(int index)
    {
        var record = At(index);
        var context = &Partitions.At(index)->Context;
        var isComplete = true;
        switch (record->Part)
        {
            case FaultRecordPart.Cause:
                WriteCause(index, record, context);
                break;
            case FaultRecordPart.TypeText:
                isComplete = TryWriteType(index, record);
                break;
            case FaultRecordPart.Message:
                isComplete = !HasRequest(record) || TryWriteText(index, record, record->Request->MessageText, record->Request->MessageLength);
                break;
            case FaultRecordPart.Where:
                DebugConsole.StartLine();
                WriteWhere(index, record, context);
                break;
            case FaultRecordPart.Callers:
                DebugConsole.StartLine();
                isComplete = !record->Callers.WriteNext(index);
                break;
            case FaultRecordPart.End:
                Partitions.At(index)->RecordUnfinished = 0;
                return false;
            default:
                DebugConsole.StartLine();
                WriteRegisterLine(index, context, context->Esp, record->Part - FaultRecordPart.Registers);
                break;
        }

        if (isComplete)
        {
            record->Part++;
            record->TextDone = 0;
        }

        return true;
    }

    /// <summary>Writes what is left of all records: the system ends.</summary>
    public static void Complete()
    {
        for (var index = 0; index < Partitions.Count; index++)
        {
            if (IsUnfinished(index))
                Processor.Activate(Partitions.At(index));
            while (IsUnfinished(index))
                WritePart(index);
        }
    }

    /// <summary>Writes registers in lines of four.</summary>
    public static void WriteRegisters(int owner, Context* context, uint stackPointer)
    {
        for (var line = 0u; line < 3; line++)
            WriteRegisterLine(owner, context, stackPointer, line);
    }

    /// <summary>Starts a line of the record of a partition, or of <see cref="Kernel"/>.</summary>
    public static void StartLine(int owner)
    {
        DebugConsole.Write("fault: ["u8);
        if (owner == Kernel)
            DebugConsole.Write("kernel"u8);
        else
            Partitions.WriteName(owner);
        DebugConsole.Write("] "u8);
    }

    private static FaultRecord* At(int index) => (FaultRecord*)Unsafe.AsPointer(ref s_records) + index;

    private static FaultRecord* Begin(int index)
    {
        var partition = Partitions.At(index);
        var information = partition->Information;
        var record = At(index);
        record->Part = FaultRecordPart.Cause;
        record->TextDone = 0;
        record->IsPanic = false;
        record->StormLine = FaultRecord.NoLine;
        record->Time = Clock.Now;
        partition->RecordUnfinished = 1;

        var stack = partition->Context.Esp;
        var stackEnd = PhysicalMemory.EndOfPart(index, stack);
        record->Callers.Start(
            (uint*)stack, stackEnd == 0 ? 0 : (stackEnd - stack) / sizeof(uint), information->TextStart, information->TextEnd, SymbolsOf(index));
        return record;
    }

    private static void TraceStop(int index, uint cause) => Trace.Write(TraceKind.Fault, index, cause, Partitions.At(index)->Context.Eip);

    /// <summary>Writes the first line; it is left open for what a partition says of itself.</summary>
    private static void WriteCause(int index, FaultRecord* record, Context* context)
    {
        DebugConsole.StartLine();
        DebugConsole.Write("fault: partition '"u8);
        Partitions.WriteName(index);
        DebugConsole.Write("' stopped by "u8);
        if (record->IsPanic)
        {
            WriteReason(record->Request);
        }
        else if (record->StormLine >= 0)
        {
            WriteStorm((uint)record->StormLine);
        }
        else
        {
            ExceptionNames.Write(context->Vector);
            FaultCause.Write(index, context, record->Address);
        }

        DebugConsole.LeaveOpen(LineOf(index));
    }

    private static void WriteReason(PanicRequest* request)
    {
        var reason = request == null ? 0 : request->Reason;
        if (reason == PanicReason.UnhandledException)
            DebugConsole.Write("an unhandled exception"u8);
        else if (reason == PanicReason.HeapExhausted)
            DebugConsole.Write("an exhausted heap"u8);
        else if (reason == PanicReason.FailFast)
            DebugConsole.Write("Environment.FailFast"u8);
        else
            DebugConsole.Write("its own request"u8);
    }

    private static void WriteStorm(uint line)
    {
        var limit = Interrupts.LimitOf(line);
        DebugConsole.Write("an interrupt storm: IRQ "u8);
        DebugConsole.WriteDecimal(line);
        DebugConsole.Write(" interrupted "u8);
        DebugConsole.WriteDecimal(limit->Interrupts);
        DebugConsole.Write(" times within less than "u8);
        DebugConsole.WriteDecimal(limit->Microseconds);
        DebugConsole.Write(" microseconds, and is masked"u8);
    }

    private static bool HasRequest(FaultRecord* record) => record->IsPanic && record->Request != null;

    private static bool TryWriteType(int index, FaultRecord* record)
    {
        var request = record->Request;
        if (!HasRequest(record) || request->TypeText == 0)
            return true;
        if (request->TypeLength != 0)
            return TryWriteText(index, record, request->TypeText, request->TypeLength);
        ContinueLine(index);
        DebugConsole.Write(": "u8);
        Symbols.WriteExactName(SymbolsOf(index), request->TypeText);
        DebugConsole.LeaveOpen(LineOf(index));
        return true;
    }

    /// <summary>Writes some characters of a text that the partition gave. The partition is stopped, but the range is looked at again each time.</summary>
    /// <returns>Whether that was the last of them.</returns>
    private static bool TryWriteText(int index, FaultRecord* record, uint address, uint length)
    {
        if (length > TextMaximum)
            length = TextMaximum;
        var text = address == 0 ? null : (ushort*)PhysicalMemory.OfPartition(index, address, length * sizeof(ushort));
        if (text == null || length == 0)
            return true;
        ContinueLine(index);
        if (record->TextDone == 0)
            DebugConsole.Write(": "u8);
        var end = record->TextDone + TextStep < length ? record->TextDone + TextStep : length;
        for (; record->TextDone < end; record->TextDone++)
        {
            var character = text[record->TextDone];
            DebugConsole.WriteByte(character is >= ' ' and <= '~' ? character : (uint)'?');
        }

        DebugConsole.LeaveOpen(LineOf(index));
        return end == length;
    }

    /// <summary>What is left open by a record belongs to none of the partitions' own lines.</summary>
    private static int LineOf(int index) => Partitions.Count + index;

    private static void ContinueLine(int index)
    {
        if (DebugConsole.IsOpenFor(LineOf(index)))
            return;
        DebugConsole.StartLine();
        StartLine(index);
    }

    private static void WriteWhere(int index, FaultRecord* record, Context* context)
    {
        StartLine(index);
        DebugConsole.Write("at "u8);
        Symbols.WriteAddress(SymbolsOf(index), context->Eip);
        DebugConsole.Write(", "u8);
        WriteTime(record->Time - Clock.AtBoot);
        DebugConsole.Write(" after boot"u8);
        DebugConsole.EndLine();
    }

    private static void WriteRegisterLine(int owner, Context* context, uint stackPointer, uint line)
    {
        StartLine(owner);
        switch (line)
        {
            case 0:
                WriteRegister("eax "u8, context->Eax);
                WriteRegister(" ebx "u8, context->Ebx);
                WriteRegister(" ecx "u8, context->Ecx);
                WriteRegister(" edx "u8, context->Edx);
                break;
            case 1:
                WriteRegister("esi "u8, context->Esi);
                WriteRegister(" edi "u8, context->Edi);
                WriteRegister(" ebp "u8, context->Ebp);
                WriteRegister(" esp "u8, stackPointer);
                break;
            default:
                WriteRegister("eip "u8, context->Eip);
                WriteRegister(" eflags "u8, context->Eflags);
                WriteRegister(" error "u8, context->ErrorCode);
                break;
        }

        DebugConsole.EndLine();
    }

    private static void WriteTime(ulong elapsed)
    {
        // Both halved, so that a rate of 8 GHz fits 32 bits.
        elapsed >>= 1;
        var frequency = (uint)(Clock.Frequency >> 1);
        var seconds = Processor.Divide((uint)(elapsed >> 32) % frequency, (uint)elapsed, frequency);
        var rest = (ulong)((uint)elapsed - (seconds * frequency)) * 1_000_000;
        var microseconds = Processor.Divide((uint)(rest >> 32), (uint)rest, frequency);
        DebugConsole.WriteDecimal(seconds);
        DebugConsole.WriteByte('.');
        for (var digit = 100_000u; digit != 0; digit /= 10)
            DebugConsole.WriteByte('0' + (microseconds / digit % 10));
        DebugConsole.Write(" s"u8);
    }

    private static void WriteRegister(ReadOnlySpan<byte> name, uint value)
    {
        DebugConsole.Write(name);
        DebugConsole.WriteWord(value);
    }

    private static SymbolTable* SymbolsOf(int index)
    {
        var address = Partitions.At(index)->Information->SymbolTableAddress;
        return address == 0 ? null : (SymbolTable*)PhysicalMemory.At(address);
    }
}

/// <summary>A record that is being written.</summary>
internal unsafe struct FaultRecord
{
    /// <summary>No line has stormed.</summary>
    public const int NoLine = -1;

    /// <summary>What to write next: <see cref="FaultRecordPart"/>.</summary>
    public uint Part;

    /// <summary>How many characters of the text at hand are written.</summary>
    public uint TextDone;

    /// <summary>CR2, where a page fault is the cause.</summary>
    public uint Address;

    /// <summary>Whether the partition asked for its end itself.</summary>
    public bool IsPanic;

    /// <summary>The line that stormed, or <see cref="NoLine"/>.</summary>
    public int StormLine;

    /// <summary>What it said then, or null.</summary>
    public PanicRequest* Request;

    /// <summary>When it was stopped, a TSC value.</summary>
    public ulong Time;

    /// <summary>The search for its callers.</summary>
    public CallStack Callers;
}

/// <summary>The parts of a record in their order.</summary>
internal static class FaultRecordPart
{
    public const uint Cause = 0;
    public const uint TypeText = 1;
    public const uint Message = 2;
    public const uint Where = 3;
    public const uint Registers = 4;
    public const uint Callers = 7;
    public const uint End = 8;
}

/// <summary>A record for each partition.</summary>
[InlineArray(KernelConfiguration.PartitionCount)]
internal struct FaultRecordTable
{
    private FaultRecord _first;
}
