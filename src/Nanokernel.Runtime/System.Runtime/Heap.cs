using System.Runtime.CompilerServices;
using System.Threading;
using Internal.Runtime;
using Nanokernel.Abi;

namespace System.Runtime;

// The partition's heap: memory that the build has set aside, given out from its start to its end and never taken back. What is in it
// before is anything: the loader writes only what the image has, so each block is cleared as it is given out.
internal static unsafe class Heap
{
    // What lies before an object's type pointer: the header word.
    private const uint HeaderBytes = 4;

    private static int _used;

    private static InformationPage* Information => (InformationPage*)VirtualMemoryMap.InformationPage;

    internal static object AllocateObject(MethodTable* type) => Allocate(type, type->BaseSize);

    internal static object AllocateArray(MethodTable* type, uint length)
    {
        ulong size = (((ulong)type->ComponentSize * length) + type->BaseSize + 3) & ~3ul;
        if (length > int.MaxValue)
            ThrowHelper.ThrowOverflow("Array dimensions exceeded supported range.");
        if (size > int.MaxValue)
            Exhausted();
        object array = Allocate(type, (uint)size);
        Unsafe.As<RawArrayData>(array).Length = length;
        return array;
    }

    // Room for what is no object.
    internal static void* AllocateRaw(uint size) => (void*)Take((size + 3) & ~3u);

    private static object Allocate(MethodTable* type, uint size)
    {
        nint address = Take(size) + (nint)HeaderBytes;
        *(MethodTable**)address = type;
        return Unsafe.As<nint, object>(ref address);
    }

    // An upcall may allocate between any two instructions of another allocation, so the room is taken by one atomic addition.
    private static nint Take(uint size)
    {
        uint room = Information->HeapEnd - Information->HeapStart;
        if (size > room)
            Exhausted();
        uint end = (uint)Interlocked.Add(ref _used, (int)size);
        if (end > room)
            Exhausted();
        uint address = Information->HeapStart + end - size;
        SpanHelpers.ClearWithoutReferences(ref *(byte*)address, size);
        return (nint)address;
    }

    private static void Exhausted()
    {
        PanicRequest request;
        request.Reason = PanicReason.HeapExhausted;
        request.TypeText = request.TypeLength = request.MessageText = request.MessageLength = 0;
        RuntimeImports.Panic(&request);
    }
}
