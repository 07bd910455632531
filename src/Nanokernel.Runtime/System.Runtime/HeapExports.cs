using Internal.Runtime;

namespace System.Runtime;

// The names by which compiled code allocates.
internal static unsafe class HeapExports
{
    [RuntimeExport("RhpNewFast")]
    internal static object NewFast(MethodTable* type) => Heap.AllocateObject(type);

    [RuntimeExport("RhNewObject")]
    internal static object NewObject(MethodTable* type) => Heap.AllocateObject(type);

    [RuntimeExport("RhpNewFinalizable")]
    internal static object NewFinalizable(MethodTable* type) => Heap.AllocateObject(type);

    [RuntimeExport("RhpNewArrayFast")]
    internal static object NewArrayFast(MethodTable* type, int length) => Heap.AllocateArray(type, (uint)length);

    [RuntimeExport("RhpNewPtrArrayFast")]
    internal static object NewPtrArrayFast(MethodTable* type, int length) => Heap.AllocateArray(type, (uint)length);

    [RuntimeExport("RhNewArray")]
    internal static object NewArray(MethodTable* type, int length) => Heap.AllocateArray(type, (uint)length);
}
