using System.Runtime.InteropServices;

namespace Internal.Runtime;

// What the compiler writes for each type. Behind the fixed part lie the virtual methods, the interfaces, and fields of which the flags tell.
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct MethodTable
{
    private const uint HasComponentSizeFlag = 0x8000_0000;
    private const uint HasDispatchMapFlag = 0x0004_0000;
    private const uint HasFinalizerFlag = 0x0010_0000;
    private const uint HasSealedVTableFlag = 0x0040_0000;
    private const uint KindMask = 0x0003_0000;
    private const uint IsGenericFlag = 0x0200_0000;
    private const int ElementTypeShift = 26;
    private const uint ElementTypeMask = 0x1F;

    internal uint Flags;
    internal uint BaseSize;
    internal MethodTable* RelatedType;
    internal ushort VirtualMethodCount;
    internal ushort InterfaceCount;
    internal uint HashCode;

    internal readonly bool HasComponentSize => (Flags & HasComponentSizeFlag) != 0;

    internal readonly uint ComponentSize => HasComponentSize ? (ushort)Flags : 0u;

    internal readonly bool HasDispatchMap => (Flags & HasDispatchMapFlag) != 0;

    internal readonly bool HasFinalizer => (Flags & HasFinalizerFlag) != 0;

    internal readonly bool HasSealedVTable => (Flags & HasSealedVTableFlag) != 0;

    internal readonly bool IsGeneric => (Flags & IsGenericFlag) != 0;

    internal readonly EETypeElementType ElementType => (EETypeElementType)((Flags >> ElementTypeShift) & ElementTypeMask);
}
