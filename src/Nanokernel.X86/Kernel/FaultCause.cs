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
    /// <param name="record">Its record.</param>
    /// <param name="line">Takes the text.</param>
    public static void Write(int index, FaultRecord* record, TextLine* line)
    {
        if (record->Detail == ExceptionNames.PageFault)
            WritePageFault(index, record, line);
        else if (record->Detail == ExceptionNames.GeneralProtection)
            WriteProtection(index, record, line);
    }

    private static void WriteProtection(int index, FaultRecord* record, TextLine* line)
    {
        var code = PhysicalMemory.OfPartition(index, record->Eip, CodeBytesMaximum);
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
                WritePort(index, record, " in from port "u8, code, operandBytes, line);
                break;
            case 0xE6 or 0xE7 or 0xEE or 0xEF or 0x6E or 0x6F:
                WritePort(index, record, " out to port "u8, code, operandBytes, line);
                break;
            case 0xF4:
                line->Write(": the instruction hlt"u8);
                break;
            case 0xFA:
                line->Write(": the instruction cli"u8);
                break;
            case 0xFB:
                line->Write(": the instruction sti"u8);
                break;
            case 0xCD:
                line->Write(": the instruction int 0x"u8);
                line->WriteHexadecimal(code[1], 2);
                break;
            case 0x0F when code[1] is 0x00 or 0x01 or 0x06 or 0x08 or 0x09 or 0x20 or 0x21 or 0x22 or 0x23 or 0x30 or 0x32 or 0x33:
                line->Write(": an instruction of ring 0, 0F "u8);
                line->WriteHexadecimal(code[1], 2);
                break;
            default:
                break;
        }
    }

    /// <summary>The legacy prefixes that may stand before an I/O instruction.</summary>
    private static bool IsPrefix(uint value) => value is 0x66 or 0x67 or 0xF2 or 0xF3 or 0x26 or 0x2E or 0x36 or 0x3E or 0x64 or 0x65 or 0xF0;

    private static void WritePort(
        int index, FaultRecord* record, ReadOnlySpan<byte> direction, byte* code, uint operandBytes, TextLine* line)
    {
        // Bit 0 of all these opcodes: a word or double word and not a byte; E4 to E7 carry the port.
        var bytes = (*code & 1) != 0 ? operandBytes : 1;
        var port = (*code & 0xFC) == 0xE4 ? code[1] : record->Edx & 0xFFFF;
        for (; bytes > 1 && PortRights.OwnerOf(port) == index; bytes--)
            port++;
        line->WriteByte(':');
        line->Write(direction);
        line->Write("0x"u8);
        line->WriteHexadecimal(port, 4);
        var owner = PortRights.OwnerOf(port);
        if (owner >= 0)
            WriteOwner(", which belongs to partition '"u8, owner, line);
        else if (IsKernelPort(port))
            line->Write(", which belongs to the kernel"u8);
        else
            line->Write(", which belongs to no partition"u8);
    }

    /// <summary>Ports of the controllers and the timer that the kernel drives.</summary>
    private static bool IsKernelPort(uint port) => port is 0x20 or 0x21 or 0xA0 or 0xA1 or (>= 0x40 and <= 0x43) or 0x61 or 0x4D0 or 0x4D1;

    private static void WritePageFault(int index, FaultRecord* record, TextLine* line)
    {
        var address = record->DataAddress;
        if ((record->ErrorCode & WriteFlag) != 0)
            line->Write(": write to "u8);
        else if ((record->ErrorCode & FetchFlag) != 0 || address == record->Eip)
            line->Write(": execution of "u8);
        else
            line->Write(": read from "u8);
        line->WriteWord(address);
        WriteWhatLiesAt(index, address, record->ErrorCode, line);
    }

    private static void WriteWhatLiesAt(int index, uint address, uint errorCode, TextLine* line)
    {
        var information = Partitions.At(index)->Information;
        if (address < 0x1_0000)
            line->Write(", a null reference"u8);
        else if (address >= VirtualMemoryMap.KernelBase && (errorCode & PresentFlag) != 0)
            line->Write(", the kernel's memory"u8);
        else if ((errorCode & (PresentFlag | FetchFlag)) == (PresentFlag | FetchFlag))
            line->Write(", its own memory, which holds no code"u8);
        else if ((errorCode & PresentFlag) != 0)
            line->Write(
                address >= VirtualMemoryMap.ChannelBase ? ", memory of a channel that it may only read"u8
                : address >= VirtualMemoryMap.ControlPage ? ", its read-only information page"u8
                : ", its own read-only memory"u8);
        else if (IsStackGuard(information, address))
            line->Write(", the guard below its stack: the stack is exhausted"u8);
        else
            line->Write(", where nothing is mapped"u8);
    }

    /// <summary>Whether an address lies in the guard below a partition's stack.</summary>
    public static bool IsStackGuard(InformationPage* information, uint address) => address >= information->HeapEnd && address < information->StackBottom;

    private static void WriteOwner(ReadOnlySpan<byte> introduction, int owner, TextLine* line)
    {
        line->Write(introduction);
        Partitions.WriteName(owner, line);
        line->WriteByte('\'');
    }
}
