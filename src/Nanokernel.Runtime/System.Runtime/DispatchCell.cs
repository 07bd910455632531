namespace System.Runtime;

// What an interface call reads: the code to jump to, and the interface as a tagged self-relative pointer. A run of cells for one interface
// method ends with a cell whose code is null and whose second word is the method's slot.
internal struct DispatchCell
{
    internal nint Code;
    internal nint Interface;
}
