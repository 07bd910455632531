namespace Nanokernel.X86.Toolchain;

/// <summary>One record of the symbol table as it stands in the file; auxiliary records keep their index but say nothing here.</summary>
internal sealed record CoffSymbolRow(
    string Name, uint Value, int SectionNumber, ushort Type, byte StorageClass, bool IsAuxiliary,
    bool IsSectionDefinition, int AuxiliarySectionNumber, byte AuxiliarySelection)
{
    public static readonly CoffSymbolRow Auxiliary = new("", 0, 0, 0, 0, true, false, 0, 0);
}
