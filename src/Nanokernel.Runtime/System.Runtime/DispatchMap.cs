namespace System.Runtime;

// Which method of a type implements which method of its interfaces. Entries of three words follow: own methods first, then those that
// come from the interface itself.
internal struct DispatchMap
{
    internal ushort StandardEntryCount;
    internal ushort DefaultEntryCount;
    internal ushort StandardStaticEntryCount;
    internal ushort DefaultStaticEntryCount;
}
