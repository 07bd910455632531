using System;

namespace Internal.Runtime.CompilerHelpers;

// The compiler calls these by name for typeof and for handles.
internal static class LdTokenHelpers
{
    internal static RuntimeTypeHandle GetRuntimeTypeHandle(nint pEEType) => new() { _value = pEEType };

    internal static RuntimeMethodHandle GetRuntimeMethodHandle(nint pHandleSignature) => new() { _value = pHandleSignature };

    internal static RuntimeFieldHandle GetRuntimeFieldHandle(nint pHandleSignature) => new() { _value = pHandleSignature };

    internal static Type GetRuntimeType(nint pEEType) => Type.GetTypeFromHandle(new RuntimeTypeHandle { _value = pEEType });
}
