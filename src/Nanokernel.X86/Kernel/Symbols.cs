// Names for addresses.
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>Searches the tables that the build made of each linked image.</summary>
internal static unsafe class Symbols
{
    private const uint NameMaximum = 120;

    /// <summary>Writes an address, and the method that it lies in where the table knows it.</summary>
    /// <param name="table">A table, or null.</param>
    /// <param name="address">Any address.</param>
    public static void WriteAddress(SymbolTable* table, uint address)
    {
        DebugConsole.WriteWord(address);
        if (table == null || table->Magic != SymbolTable.MagicValue)
            return;

        // Entries are pairs: the address, and the offset of the name. We look for the last one that is not above.
        var entries = (uint*)(table + 1);
        var low = 0u;
        var high = table->Count;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (entries[middle * 2] <= address)
                low = middle + 1;
            else
                high = middle;
        }

        if (low == 0)
            return;
        var name = (byte*)table + entries[((low - 1) * 2) + 1];
        if (*name == 0)
            return;
        DebugConsole.WriteByte(' ');
        DebugConsole.WriteTerminated(name, NameMaximum);
        DebugConsole.Write(" + 0x"u8);
        var offset = address - entries[(low - 1) * 2];
        DebugConsole.WriteHexadecimal(offset, offset < 0x100 ? 2 : offset < 0x1_0000 ? 4 : 8);
    }
}
