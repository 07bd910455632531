using Internal.Runtime;

namespace System.Runtime;

// A target that an interface call has reached. The assembled dispatch code walks over the first four words.
internal unsafe struct DispatchNode
{
    internal MethodTable* Type;
    internal nint Target;
    internal DispatchCell* Cell;
    internal DispatchNode* Next;
    internal MethodTable* Interface;
}
