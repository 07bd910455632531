using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System.Runtime;

// Finds the method that an interface call reaches and remembers it at the call.
internal static unsafe class InterfaceDispatch
{
    [RuntimeImport("nk_cached_interface_dispatch")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void CachedDispatch();

    // Nodes never change once a cell points to them, so an upcall between any two instructions finds a list that holds.
    [RuntimeExport("nk_resolve_interface_call")]
    internal static nint ResolveCall(MethodTable* type, DispatchCell* cell)
    {
        MethodTable* interfaceType = DispatchCell.Interface(cell);
        nint target = Resolve(type, interfaceType, DispatchCell.Slot(cell));
        DispatchNode* node = (DispatchNode*)Heap.AllocateRaw((uint)sizeof(DispatchNode));
        node->Type = type;
        node->Target = target;
        node->Cell = cell;
        node->Next = cell->Nodes;
        node->Interface = interfaceType;
        cell->Data = (nint)node;
        cell->Code = (nint)(delegate*<void>)&CachedDispatch;
        return target;
    }

    internal static nint Resolve(MethodTable* type, MethodTable* interfaceType, ushort slot)
    {
        nint target = Find(type, interfaceType, slot, ownMethods: true);
        if (target == 0)
            target = Find(type, interfaceType, slot, ownMethods: false);
        if (target == 0)
            throw new InvalidCastException("The object does not implement the interface method that is called.");
        return target;
    }

    private static nint Find(MethodTable* type, MethodTable* interfaceType, ushort slot, bool ownMethods)
    {
        for (MethodTable* current = type; current != null; current = current->BaseType)
        {
            DispatchMap* map = current->DispatchMap;
            if (map == null)
                continue;
            DispatchMapEntry* entries = (DispatchMapEntry*)(map + 1) + (ownMethods ? 0 : map->StandardEntryCount);
            int count = ownMethods ? map->StandardEntryCount : map->DefaultEntryCount;
            int found = FindEntry(current, entries, count, interfaceType, slot, exact: true);
            if (found < 0)
                found = FindEntry(current, entries, count, interfaceType, slot, exact: false);
            if (found >= 0)
                return Method(type, current, entries[found].ImplementationSlot);
        }

        return 0;
    }

    private static int FindEntry(MethodTable* type, DispatchMapEntry* entries, int count, MethodTable* interfaceType, ushort slot, bool exact)
    {
        for (int i = 0; i < count; i++)
        {
            if (entries[i].InterfaceMethodSlot != slot)
                continue;
            MethodTable* implemented = type->Interfaces[entries[i].InterfaceIndex];
            if (implemented == interfaceType || (!exact && TypeCast.IsVariantOf(implemented, interfaceType)))
                return i;
        }

        return -1;
    }

    // Slots in the virtual method table may be overridden by the object's own type; the others are fixed where the map is.
    private static nint Method(MethodTable* type, MethodTable* declaring, ushort slot) =>
        slot < declaring->VirtualMethodCount ? type->VirtualMethods[slot] : declaring->SealedMethod(slot - declaring->VirtualMethodCount);
}
