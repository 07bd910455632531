namespace Nanokernel.X86.Toolchain;

/// <summary>The source files that the line tables name: an offset into the checksums, which hold an offset into the strings.</summary>
internal sealed class CodeViewFileTable(CodeViewSpan view, CodeViewSubsection? strings, CodeViewSubsection? checksums)
{
    private readonly Dictionary<uint, string> _names = [];
    private long _budget = view.Length * 4;

    public string GetName(uint checksumOffset)
    {
        if (_names.TryGetValue(checksumOffset, out var name))
            return name;
        if (strings is null || checksums is null || checksums.Start + checksumOffset + 4 > checksums.End)
            throw FileFormatException.Damaged($"its debug information names source file {checksumOffset}, which is none");
        var at = strings.Start + view.ReadUInt32(checksums.Start + checksumOffset);
        if (at >= strings.End)
            throw FileFormatException.Damaged($"its debug information has no name for source file {checksumOffset}");
        name = view.ReadString(at, strings.End);
        _budget -= name.Length;
        if (_budget < 0)
            throw FileFormatException.Damaged("the names of its source files together are longer than its debug information");
        _names.Add(checksumOffset, name);
        return name;
    }
}
