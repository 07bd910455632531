// What a partition tried to do when the processor stopped it.
using System;
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>Decodes the few instructions and the page-fault addresses that matter: which port, whose memory.</summary>
internal static unsafe class FaultCause
{
    // Page-fault error code (SDM vol. 3A, 4.7).
    private const uint PresentFlag = 1u << 0;
    private const uint WriteFlag = 1u << 1;

    private const uint FetchFlag = 1u << 4;

    private const uint CodeBytesMaximum = 15;

    /// <summary>Writes ": " and the cause, if more is known than the exception's name.</summary>
    /// <param name="index">The partition.</param>
    /// <param name="context">Its registers.</param>
    /// <param name="address">CR2 after a page fault.</param>
    public static void Write(int index, Context* context, uint address)
    {
        if (context->Vector == ExceptionNames.PageFault)
            WritePageFault(index, context, address);
        else if (context->Vector == ExceptionNames.GeneralProtection)
            WriteProtection(index, context);
    }

    private static void WriteProtection(int index, Context* context)
    {
        var code = PhysicalMemory.OfPartition(index, context->Eip, CodeBytesMaximum);
        if (code == null)
            return;
        var operandBytes = 4u;
        var end = code + CodeBytesMaximum - 2;
        for (; code < end && IsPrefix(*code); code++)
        {
            if (*code == 0x66)
                operandBytes = 2;
        }

        switch (*code)
        {
            case 0xE4 or 0xE5 or 0xEC or 0xED or 0x6C or 0x6D:
                WritePort(index, context, " in from port "u8, code, operandBytes);
                break;
            case 0xE6 or 0xE7 or 0xEE or 0xEF or 0x6E or 0x6F:
                WritePort(index, context, " out to port "u8, code, operandBytes);
                break;
            case 0xF4:
                DebugConsole.Write(": the instruction hlt"u8);
                break;
            case 0xFA:
                DebugConsole.Write(": the instruction cli"u8);
                break;
            case 0xFB:
                DebugConsole.Write(": the instruction sti"u8);
                break;
            case 0xCD:
                DebugConsole.Write(": the instruction int 0x"u8);
                DebugConsole.WriteHexadecimal(code[1], 2);
                break;
            case 0x0F when code[1] is 0x00 or 0x01 or 0x06 or 0x08 or 0x09 or 0x20 or 0x21 or 0x22 or 0x23 or 0x30 or 0x32 or 0x33:
                DebugConsole.Write(": an instruction of ring 0, 0F "u8);
                DebugConsole.WriteHexadecimal(code[1], 2);
                break;
            default:
                break;
        }
    }

    /// <summary>The legacy prefixes that may stand before an I/O instruction.</summary>
    private static bool IsPrefix(uint value) => value is 0x66 or 0x67 or 0xF2 or 0xF3 or 0x26 or 0x2E or 0x36 or 0x3E or 0x64 or 0x65 or 0xF0;

    private static void WritePort(int index, Context* context, ReadOnlySpan<byte> direction, byte* code, uint operandBytes)
    {
        // Bit 0 of all these opcodes: a word or double word and not a byte; E4 to E7 carry the port.
        var bytes = (*code & 1) != 0 ? operandBytes : 1;
        var port = (*code & 0xFC) == 0xE4 ? code[1] : context->Edx & 0xFFFF;
        for (; bytes > 1 && PortRights.OwnerOf(port) == index; bytes--)
            port++;
        DebugConsole.WriteByte(':');
        DebugConsole.Write(direction);
        DebugConsole.Write("0x"u8);
        DebugConsole.WriteHexadecimal(port, 4);
        var owner = PortRights.OwnerOf(port);
        if (owner >= 0)
            WriteOwner(", which belongs to partition '"u8, owner);
        else if (IsKernelPort(port))
            DebugConsole.Write(", which belongs to the kernel"u8);
        else
            DebugConsole.Write(", which belongs to no partition"u8);
    }

    /// <summary>Ports of the controllers and the timer that the kernel drives.</summary>
    private static bool IsKernelPort(uint port) => port is 0x20 or 0x21 or 0xA0 or 0xA1 or (>= 0x40 and <= 0x43) or 0x61 or 0x4D0 or 0x4D1;

    private static void WritePageFault(int index, Context* context, uint address)
    {
        if ((context->ErrorCode & WriteFlag) != 0)
            DebugConsole.Write(": write to "u8);
        else if ((context->ErrorCode & FetchFlag) != 0 || address == context->Eip)
            DebugConsole.Write(": execution of "u8);
        else
            DebugConsole.Write(": read from "u8);
        DebugConsole.WriteWord(address);
        WriteWhatLiesAt(index, address, context->ErrorCode);
    }

    private static void WriteWhatLiesAt(int index, uint address, uint errorCode)
    {
        var information = Partitions.At(index)->Information;
        if (address < 0x1_0000)
            DebugConsole.Write(", a null reference"u8);
        else if (address >= VirtualMemoryMap.KernelBase && (errorCode & PresentFlag) != 0)
            DebugConsole.Write(", the kernel's memory"u8);
        else if ((errorCode & (PresentFlag | FetchFlag)) == (PresentFlag | FetchFlag))
            DebugConsole.Write(", its own memory, which holds no code"u8);
        else if ((errorCode & PresentFlag) != 0)
            DebugConsole.Write(address >= VirtualMemoryMap.ControlPage ? ", its read-only information page"u8 : ", its own read-only memory"u8);
        else if (address >= information->HeapEnd && address < information->StackBottom)
            DebugConsole.Write(", the guard below its stack: the stack is exhausted"u8);
        else
            DebugConsole.Write(", where nothing is mapped"u8);
    }

    private static void WriteOwner(ReadOnlySpan<byte> introduction, int owner)
    {
        DebugConsole.Write(introduction);
        Partitions.WriteName(owner);
        DebugConsole.WriteByte('\'');
    }
}
