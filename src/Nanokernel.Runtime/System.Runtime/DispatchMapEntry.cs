namespace System.Runtime;

// One method of one interface.
internal struct DispatchMapEntry
{
    internal ushort InterfaceIndex;
    internal ushort InterfaceMethodSlot;
    internal ushort ImplementationSlot;
}
