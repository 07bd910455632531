// The record of a stopped partition, as lines on the debug console.
using System;
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>
/// Writes what happened, where, with which registers, and who called. Every line starts with "fault: "; the first one names the
/// partition and the cause.
/// </summary>
internal static unsafe class FaultReport
{
    private const uint TypeTextMaximum = 120;
    private const uint MessageTextMaximum = 240;

    /// <summary>Reports an exception of the processor.</summary>
    public static void WriteException(int index)
    {
        var context = &Partitions.At(index)->Context;
        Start(index);
        DebugConsole.Write(" stopped by "u8);
        ExceptionNames.Write(context->Vector);
        FaultCause.Write(index, context);
        DebugConsole.EndLine();
        WriteWhere(index, context);
    }

    /// <summary>Reports what a partition's own run-time library found.</summary>
    /// <param name="index">The partition.</param>
    /// <param name="request">Its request, or null where it gave no readable one.</param>
    public static void WritePanic(int index, PanicRequest* request)
    {
        var context = &Partitions.At(index)->Context;
        Start(index);
        DebugConsole.Write(" stopped by "u8);
        var reason = request == null ? 0 : request->Reason;
        if (reason == PanicReason.UnhandledException)
            DebugConsole.Write("an unhandled exception"u8);
        else if (reason == PanicReason.HeapExhausted)
            DebugConsole.Write("an exhausted heap"u8);
        else if (reason == PanicReason.FailFast)
            DebugConsole.Write("Environment.FailFast"u8);
        else
            DebugConsole.Write("its own request"u8);
        if (request != null)
        {
            if (request->TypeText != 0 && request->TypeLength == 0)
                WriteTypeName(index, request->TypeText);
            else
                WriteText(index, request->TypeText, request->TypeLength, TypeTextMaximum);
            WriteText(index, request->MessageText, request->MessageLength, MessageTextMaximum);
        }

        DebugConsole.EndLine();
        WriteWhere(index, context);
    }

    /// <summary>Writes registers in lines of four.</summary>
    public static void WriteRegisters(Context* context, uint stackPointer)
    {
        StartLine();
        WriteRegister("eax "u8, context->Eax);
        WriteRegister(" ebx "u8, context->Ebx);
        WriteRegister(" ecx "u8, context->Ecx);
        WriteRegister(" edx "u8, context->Edx);
        DebugConsole.EndLine();
        StartLine();
        WriteRegister("esi "u8, context->Esi);
        WriteRegister(" edi "u8, context->Edi);
        WriteRegister(" ebp "u8, context->Ebp);
        WriteRegister(" esp "u8, stackPointer);
        DebugConsole.EndLine();
        StartLine();
        WriteRegister("eip "u8, context->Eip);
        WriteRegister(" eflags "u8, context->Eflags);
        WriteRegister(" error "u8, context->ErrorCode);
        DebugConsole.EndLine();
    }

    /// <summary>Starts a line of the record.</summary>
    public static void StartLine() => DebugConsole.Write("fault:   "u8);

    private static void Start(int index)
    {
        DebugConsole.StartLine();
        DebugConsole.Write("fault: partition '"u8);
        Partitions.WriteName(index);
        DebugConsole.WriteByte('\'');
    }

    private static void WriteWhere(int index, Context* context)
    {
        var information = Partitions.At(index)->Information;
        var symbols = SymbolsOf(index);
        StartLine();
        DebugConsole.Write("at "u8);
        Symbols.WriteAddress(symbols, context->Eip);
        DebugConsole.Write(", "u8);
        WriteTime();
        DebugConsole.Write(" after boot"u8);
        DebugConsole.EndLine();
        WriteRegisters(context, context->Esp);

        var stackTop = information->StackTop;
        if (context->Esp >= stackTop)
            return;
        var bytes = stackTop - context->Esp;
        var stack = (uint*)PhysicalMemory.OfPartition(index, context->Esp, bytes);
        if (stack == null)
            return;
        var text = PhysicalMemory.OfPartition(index, information->TextStart, information->TextEnd - information->TextStart);
        CallStack.Write(stack, bytes / sizeof(uint), text, information->TextStart, information->TextEnd, symbols);
    }

    private static void WriteTime()
    {
        // Both halved, so that a rate of 8 GHz fits 32 bits.
        var elapsed = (Clock.Now - Clock.AtBoot) >> 1;
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

    /// <summary>Writes the name of a type whose method table is in the partition's symbol table.</summary>
    private static void WriteTypeName(int index, uint methodTable)
    {
        DebugConsole.Write(": "u8);
        Symbols.WriteExactName(SymbolsOf(index), methodTable);
    }

    private static SymbolTable* SymbolsOf(int index)
    {
        var address = Partitions.At(index)->Information->SymbolTableAddress;
        return address == 0 ? null : (SymbolTable*)PhysicalMemory.At(address);
    }

    private static void WriteText(int index, uint address, uint length, uint maximum)
    {
        if (address == 0 || length == 0)
            return;
        if (length > maximum)
            length = maximum;
        var text = (ushort*)PhysicalMemory.OfPartition(index, address, length * sizeof(ushort));
        if (text == null)
            return;
        DebugConsole.Write(": "u8);
        for (var i = 0u; i < length; i++)
            DebugConsole.WriteByte(text[i] is >= ' ' and <= '~' ? text[i] : (uint)'?');
    }
}
