using Internal.Runtime;

namespace System.Runtime;

// What an interface call reads: the code to jump to, and the interface as a tagged pointer or, later, the first node of the known targets.
// A run of cells for one interface method ends with a cell whose code is null and whose second word is the method's slot.
internal unsafe struct DispatchCell
{
    private const nint TagMask = 3;
    private const nint IsNode = 0;
    private const nint IsPointer = 1;
    private const nint IsIndirectRelativePointer = 2;

    internal nint Code;
    internal nint Data;

    // The nodes of the targets found so far, or null.
    internal readonly DispatchNode* Nodes => (Data & TagMask) == IsNode ? (DispatchNode*)Data : null;

    internal static MethodTable* Interface(DispatchCell* cell)
    {
        nint tag = cell->Data & TagMask;
        nint value = cell->Data & ~TagMask;
        if (tag == IsNode)
            return ((DispatchNode*)value)->Interface;
        if (tag == IsPointer)
            return (MethodTable*)value;
        nint target = (nint)(&cell->Data) + value;
        return tag == IsIndirectRelativePointer ? *(MethodTable**)target : (MethodTable*)target;
    }

    internal static ushort Slot(DispatchCell* cell)
    {
        while (cell->Code != 0)
            cell++;
        return (ushort)cell->Data;
    }
}
