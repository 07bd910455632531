namespace System;

// The compiler writes an object of this class for each typeof.
internal sealed class RuntimeType : Type
{
    private readonly nint _methodTable;

    internal RuntimeType(nint methodTable) => _methodTable = methodTable;

    public override RuntimeTypeHandle TypeHandle => new() { _value = _methodTable };
}
