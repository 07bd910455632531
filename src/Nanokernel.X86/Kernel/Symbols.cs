// Names for addresses.
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>Searches the tables that the build made of each linked image.</summary>
internal static unsafe class Symbols
{
    /// <summary>Adds a space and the method that an address lies in, where the table knows it.</summary>
    /// <param name="table">A table, or null.</param>
    /// <param name="address">Any address.</param>
    /// <param name="line">Takes the text.</param>
    public static void WriteMethod(SymbolTable* table, uint address, TextLine* line)
    {
        if (table == null || table->Magic != SymbolTable.MagicValue)
            return;

        var entry = Find(table, address);
        if (entry == null)
            return;
        var name = (byte*)table + entry[1];
        if (*name == 0)
            return;
        line->WriteByte(' ');
        line->Write(name + 1, *name);
        line->Write(" + 0x"u8);
        var offset = address - entry[0];
        line->WriteHexadecimal(offset, offset < 0x100 ? 2 : offset < 0x1_0000 ? 4 : 8);
    }

    /// <summary>Adds the name of what starts at an address, such as a type's method table.</summary>
    /// <param name="table">A table, or null.</param>
    /// <param name="address">Any address.</param>
    /// <param name="line">Takes the text.</param>
    public static void WriteExactName(SymbolTable* table, uint address, TextLine* line)
    {
        if (table == null || table->Magic != SymbolTable.MagicValue)
            return;
        var entry = Find(table, address);
        if (entry != null && entry[0] == address)
        {
            var name = (byte*)table + entry[1];
            line->Write(name + 1, *name);
        }
    }

    /// <summary>The last entry whose address is not above; entries are pairs, the address and the offset of the name.</summary>
    private static uint* Find(SymbolTable* table, uint address)
    {
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

        return low == 0 ? null : entries + ((low - 1) * 2);
    }
}
