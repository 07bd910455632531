// Why a machine's PCI functions are not those of the system.
using System;
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>Writes refusals; all of them return false.</summary>
internal static unsafe class PciRefusal
{
    /// <summary>Names a declared function, where it is if that is known, and a reason.</summary>
    public static bool Refuse(int index, ReadOnlySpan<byte> reason)
    {
        Boot.Refuse("PCI function "u8);
        WriteDeclared(index);
        if (Pci.At(index)->Function != 0)
        {
            DebugConsole.Line->Write(" at "u8);
            WriteLocation(Pci.At(index)->Function);
        }

        DebugConsole.Line->Write(reason);
        return false;
    }

    /// <summary>Two functions fit where one was meant.</summary>
    public static bool RefuseAmbiguous(int index, uint second)
    {
        Refuse(index, " is not the only one that fits: there is "u8);
        WriteFunction(second);
        DebugConsole.Line->Write(" as well, so state which instance is meant"u8);
        return false;
    }

    /// <summary>Two declarations mean one function.</summary>
    public static bool RefuseSame(int index, int other)
    {
        Refuse(index, " is the same as "u8);
        WriteDeclared(other);
        return false;
    }

    /// <summary>A BAR, and a reason.</summary>
    public static bool RefuseBar(int index, PciBarDeclaration* bar, ReadOnlySpan<byte> reason)
    {
        Refuse(index, ": BAR "u8);
        DebugConsole.Line->WriteDecimal(bar->Index);
        DebugConsole.Line->Write(reason);
        return false;
    }

    /// <summary>A BAR of another kind or size.</summary>
    public static bool RefuseBarSize(int index, PciBarDeclaration* bar, PciBarRange* range)
    {
        RefuseBar(index, bar, " has "u8);
        WriteSize(range->IsPorts, range->Size);
        DebugConsole.Line->Write(", and the system declares "u8);
        WriteSize(bar->Kind == PciBarRecord.Ports, bar->Size);
        return false;
    }

    /// <summary>A BAR at a place where it cannot be handed over.</summary>
    public static bool RefuseBarPlace(int index, PciBarDeclaration* bar, PciBarRange* range, ReadOnlySpan<byte> reason)
    {
        RefuseBar(index, bar, " is at "u8);
        DebugConsole.Line->WriteWord(range->First);
        DebugConsole.Line->Write(reason);
        return false;
    }

    /// <summary>A BAR in reach of which a function of another owner, or of nobody, answers.</summary>
    public static bool RefuseNeighbour(int index, PciBarDeclaration* bar, uint function, PciBarRange* neighbour)
    {
        RefuseBar(index, bar, neighbour->IsPorts ? " has ports in common with "u8 : " has a page in common with "u8);
        WriteFunction(function);
        DebugConsole.Line->Write(", whose BAR "u8);
        DebugConsole.Line->WriteDecimal(neighbour->Index);
        DebugConsole.Line->Write(" is at "u8);
        DebugConsole.Line->WriteWord(neighbour->First);
        DebugConsole.Line->Write(": give both to one partition"u8);
        return false;
    }

    /// <summary>A line that cannot be the owner's alone; names every function on it.</summary>
    public static bool RefuseLine(int index, uint line, ReadOnlySpan<byte> reason)
    {
        Refuse(index, " is on IRQ "u8);
        DebugConsole.Line->WriteDecimal(line);
        DebugConsole.Line->Write(reason);
        if (line >= 16)
            return false;
        DebugConsole.Line->Write(". On that line are"u8);
        var separator = (uint)' ';
        var function = PciBus.Start;
        while (PciBus.MoveNext(ref function))
        {
            if (!PciChecks.AsksOn(function, 1u << (int)line))
                continue;
            DebugConsole.Line->WriteByte(separator);
            if (separator == ',')
                DebugConsole.Line->WriteByte(' ');
            WriteFunction(function);
            separator = ',';
        }

        DebugConsole.Line->Write(": a line has one owner"u8);
        return false;
    }

    private static void WriteSize(bool isPorts, uint size)
    {
        if (isPorts)
        {
            DebugConsole.Line->WriteDecimal(size);
            DebugConsole.Line->Write(" ports"u8);
        }
        else
        {
            DebugConsole.Line->WriteWord(size);
            DebugConsole.Line->Write(" bytes of memory"u8);
        }
    }

    /// <summary>A function of the machine as <c>00:04.0 (1234:11E8)</c>, and its declaration if it has one.</summary>
    private static void WriteFunction(uint function)
    {
        WriteLocation(function);
        var index = Pci.IndexOf(function);
        if (index >= 0)
        {
            DebugConsole.Line->WriteByte(' ');
            WriteDeclared(index);
            return;
        }

        var identification = PciConfiguration.Read(function, PciConfiguration.Identification);
        DebugConsole.Line->Write(" ("u8);
        DebugConsole.Line->WriteHexadecimal(identification, 4);
        DebugConsole.Line->WriteByte(':');
        DebugConsole.Line->WriteHexadecimal(identification >> 16, 4);
        DebugConsole.Line->Write(", nobody's)"u8);
    }

    private static void WriteLocation(uint function)
    {
        DebugConsole.Line->WriteHexadecimal(function >> 16, 2);
        DebugConsole.Line->WriteByte(':');
        DebugConsole.Line->WriteHexadecimal((function >> 11) & 31, 2);
        DebugConsole.Line->WriteByte('.');
        DebugConsole.Line->WriteHexadecimal((function >> 8) & 7, 1);
    }

    private static void WriteDeclared(int index)
    {
        var declared = Pci.Declared(index);
        DebugConsole.Line->Write(Constants.Bytes(KernelConfiguration.PciTexts) + declared->TextOffset, declared->TextLength);
    }
}
