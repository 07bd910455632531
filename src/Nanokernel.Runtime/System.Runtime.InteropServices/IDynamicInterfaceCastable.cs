namespace System.Runtime.InteropServices;

// The compiler looks it and its methods up by name; nothing implements it.
internal unsafe interface IDynamicInterfaceCastable
{
    internal static bool IsInterfaceImplemented(object instance, nint interfaceType, bool throwIfNotImplemented) => false;

    internal static nint GetDynamicInterfaceImplementation(object instance, nint interfaceType, ushort slot) => 0;
}
