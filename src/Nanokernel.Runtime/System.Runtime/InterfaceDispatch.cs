using Internal.Runtime;

namespace System.Runtime;

// Finds the method that an interface call reaches.
internal static unsafe class InterfaceDispatch
{
    internal static nint Resolve(MethodTable* type, DispatchCell* cell) => 0;
}
