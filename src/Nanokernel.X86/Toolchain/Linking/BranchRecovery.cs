using System.Diagnostics.CodeAnalysis;
using Iced.Intel;

namespace Nanokernel.X86.Toolchain;

/// <summary>Finds the branches from one function to another of the same section that the compiler has filled in already.</summary>
internal static class BranchRecovery
{
    /// <summary>Decodes a text section and adds a relocation for each such branch.</summary>
    /// <returns>
    /// False when the section cannot be taken apart: undecodable bytes, a branch into the middle of a function, a short one to another.
    /// </returns>
    public static bool TryRecover(
        ObjectSection section, ObjectSymbol[] symbols, SortedSet<uint> starts, IReadOnlyCollection<Relocation> known,
        [NotNullWhen(true)] out List<Relocation>? relocations)
    {
        relocations = null;
        if (section.Data.Length != section.Size)
            return false;
        var cuts = starts.ToArray();
        var targets = new Dictionary<uint, ObjectSymbol>();
        foreach (var symbol in symbols)
            targets.TryAdd(symbol.Offset, symbol);
        var relocated = known.Select(r => r.Offset).ToHashSet();
        var found = new List<Relocation>(known);
        for (var i = 0; i < cuts.Length; i++)
        {
            var end = i + 1 < cuts.Length ? cuts[i + 1] : section.Size;
            if (!TryDecode(section, cuts[i], end, targets, relocated, found))
                return false;
        }
        relocations = found;
        return true;
    }

    private static bool TryDecode(
        ObjectSection section, uint start, uint end,
        Dictionary<uint, ObjectSymbol> targets, HashSet<uint> relocated, List<Relocation> found)
    {
        var decoder = Decoder.Create(32, new ByteArrayCodeReader(section.Data, (int)start, (int)(end - start)), start);
        while (decoder.IP < end)
        {
            var instruction = decoder.Decode();
            if (instruction.IsInvalid)
                return false;
            if (!IsRelativeBranch(instruction))
                continue;
            var offsets = decoder.GetConstantOffsets(instruction);
            var field = (uint)instruction.IP + (uint)offsets.ImmediateOffset;
            if (relocated.Contains(field))
                continue;
            var target = instruction.NearBranch32;
            if (target >= start && target < end)
                continue;
            if (offsets.ImmediateSize != 4 || !targets.TryGetValue(target, out var symbol))
                return false;
            // The field's own value is replaced: the relocation counts from the symbol.
            found.Add(new Relocation(field, RelocationKind.Relative32, symbol, 0));
        }
        return true;
    }

    private static bool IsRelativeBranch(in Instruction instruction) =>
        instruction.Op0Kind is OpKind.NearBranch32 or OpKind.NearBranch16;
}
