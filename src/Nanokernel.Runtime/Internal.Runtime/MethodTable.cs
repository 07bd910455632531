using System;
using System.Runtime;
using System.Runtime.InteropServices;

namespace Internal.Runtime;

#pragma warning disable CS8500 // Objects never move, so pointers to managed values are as good as references.

// What the compiler writes for each type. Behind this fixed part lie the virtual methods, the interfaces, and 32-bit self-relative pointers
// of which the flags tell:
//     type manager | writable data | dispatch map? | finalizer? | sealed methods? | generic definition?, generic arguments?
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct MethodTable
{
    private const uint ComponentSizeFlag = 0x8000_0000;
    private const uint DispatchMapFlag = 0x0004_0000;
    private const uint FinalizerFlag = 0x0010_0000;
    private const uint SealedMethodsFlag = 0x0040_0000;
    private const uint VarianceFlag = 0x0080_0000;
    private const uint GenericFlag = 0x0200_0000;
    private const uint PaddingMask = 0x00E0;
    private const int PaddingShift = 5;
    private const uint NullableOffsetMask = 0x0700;
    private const int NullableOffsetShift = 8;
    private const int ElementTypeShift = 26;
    private const uint ElementTypeMask = 0x1F;

    private uint _flags;
    private uint _baseSize;
    private MethodTable* _relatedType;
    private ushort _virtualMethodCount;
    private ushort _interfaceCount;
    private uint _hashCode;

    internal readonly uint BaseSize => _baseSize;

    internal readonly ushort VirtualMethodCount => _virtualMethodCount;

    internal readonly ushort InterfaceCount => _interfaceCount;

    // The bytes of an element of an array or a string.
    internal readonly uint ComponentSize => (_flags & ComponentSizeFlag) != 0 ? (ushort)_flags : 0u;

    internal readonly EETypeElementType ElementType => (EETypeElementType)((_flags >> ElementTypeShift) & ElementTypeMask);

    internal readonly bool IsArray => ElementType is EETypeElementType.Array or EETypeElementType.SzArray;

    internal readonly bool IsInterface => ElementType == EETypeElementType.Interface;

    internal readonly bool IsNullable => ElementType == EETypeElementType.Nullable;

    internal readonly bool IsValueType => ElementType is > EETypeElementType.Void and < EETypeElementType.Class;

    internal readonly bool IsGeneric => (_flags & GenericFlag) != 0;

    internal readonly bool HasVariance => (_flags & VarianceFlag) != 0;

    internal readonly bool IsInteger => ElementType is >= EETypeElementType.Boolean and <= EETypeElementType.UIntPtr;

    // The kind of integer without its sign: signed and unsigned ones alternate.
    internal readonly EETypeElementType UnsignedElementType =>
        ElementType < EETypeElementType.SByte ? ElementType : (EETypeElementType)((uint)ElementType | 1);

    // The element's type of an array, a pointer or a reference.
    internal readonly MethodTable* ParameterType => _relatedType;

    // The type that a class or struct extends.
    internal readonly MethodTable* BaseType =>
        ElementType >= EETypeElementType.Array ? null : _relatedType;

    // The bytes of a struct's fields: an object's size is rounded up to words and has a header word and the type pointer besides.
    internal readonly uint ValueSize => _baseSize - 8 - ((_flags & PaddingMask) >> PaddingShift);

    // Where the value of a Nullable lies behind its flag.
    internal readonly uint NullableValueOffset => 1u << (int)((_flags & NullableOffsetMask) >> NullableOffsetShift);

    internal readonly MethodTable* NullableType => (MethodTable*)GenericArguments;

    internal readonly nint* VirtualMethods
    {
        get
        {
            fixed (MethodTable* self = &this)
                return (nint*)(self + 1);
        }
    }

    internal readonly MethodTable** Interfaces => (MethodTable**)(VirtualMethods + _virtualMethodCount);

    // Where the one object lies that stands for the type. The compiler makes it where code names the type, and leaves the place empty,
    // and writable, where none does.
    internal readonly ref Type? TypeObject => ref *(Type?*)Follow(Pointers + 1);

    internal readonly DispatchMap* DispatchMap => (_flags & DispatchMapFlag) == 0 ? null : (DispatchMap*)Follow(Pointers + 2);

    internal readonly MethodTable* GenericDefinition => (MethodTable*)Follow(AfterOptional(SealedMethodsFlag));

    // The arguments of a generic type: the argument itself if there is one, a list otherwise.
    private readonly void* GenericArguments => Follow(AfterOptional(SealedMethodsFlag) + 1);

    private readonly int* Pointers => (int*)(Interfaces + _interfaceCount);

    // The number of type parameters of a generic definition, which has no size. Where others point to their definition, it points to the
    // variance of the parameters: 0 none, 1 out, 2 in.
    internal readonly int GenericParameterCount => (int)_baseSize;

    internal static MethodTable* Of<T>() => (MethodTable*)typeof(T).TypeHandle._value;

    internal readonly MethodTable* GenericArgument(int index) =>
        GenericDefinition->GenericParameterCount == 1 ? (MethodTable*)GenericArguments : (MethodTable*)Follow((int*)GenericArguments + index);

    internal readonly int GenericVariance(int index) => ((byte*)Follow(AfterOptional(SealedMethodsFlag)))[index];

    // A method that no derived type overrides.
    internal readonly nint SealedMethod(int index) => (nint)Follow((int*)Follow(AfterOptional(FinalizerFlag)) + index);

    // The pointer behind the optional ones up to the given one.
    private readonly int* AfterOptional(uint last)
    {
        int* pointer = Pointers + 2;
        if ((_flags & DispatchMapFlag) != 0)
            pointer++;
        if ((_flags & FinalizerFlag) != 0)
            pointer++;
        if (last == SealedMethodsFlag && (_flags & SealedMethodsFlag) != 0)
            pointer++;
        return pointer;
    }

    private static void* Follow(int* pointer) => (byte*)pointer + *pointer;
}
