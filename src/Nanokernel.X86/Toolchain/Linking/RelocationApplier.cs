using System.Buffers.Binary;
using Nanokernel.Abi;
using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>Makes a segment's bytes and fills in its references.</summary>
internal sealed class RelocationApplier(LinkRequest request, SymbolResolver resolver, SectionSplitter splitter, DiagnosticBag diagnostics)
{
    private const byte Breakpoint = 0xCC;

    /// <summary>The places that depend on the image base.</summary>
    public List<LinkedRelocation> Relocations { get; } = [];

    public LinkedSegment MakeSegment(PlacedSegment placed)
    {
        var bytes = new byte[placed.DataBytes];
        if (placed.Access == SegmentAccess.ReadExecute)
            bytes.AsSpan().Fill(Breakpoint);
        foreach (var input in placed.Inputs)
        {
            var part = bytes.AsSpan((int)(input.Address - placed.Address), (int)(input.End - input.Start));
            var initialized = input.Section.Data.AsSpan((int)Math.Min(input.Start, (uint)input.Section.Data.Length));
            part.Clear();
            initialized[..Math.Min(initialized.Length, part.Length)].CopyTo(part);
            foreach (var relocation in input.Relocations)
                Apply(relocation, input, part);
        }
        return new LinkedSegment(placed.Name, placed.Access, placed.Address, bytes, placed.MemoryBytes);
    }

    private void Apply(Relocation relocation, LinkerInput input, Span<byte> part)
    {
        var offset = relocation.Offset - input.Start;
        var size = relocation.Kind.FieldSize();
        if (offset > part.Length || part.Length - offset < size)
        {
            Report(relocation, input, "lies outside its section");
            return;
        }
        if (resolver.Resolve(relocation.Symbol) is not { } symbol)
            return;
        if (AddressOf(symbol) is not { } address)
        {
            Report(relocation, input, $"refers to '{symbol.Name}' in section '{symbol.Section?.Name}', which is not loaded");
            return;
        }
        var target = unchecked(address + (uint)relocation.Addend);
        var place = input.AddressOf(relocation.Offset);
        var field = part[(int)offset..];
        switch (relocation.Kind)
        {
            case RelocationKind.Absolute32:
                BinaryPrimitives.WriteUInt32LittleEndian(field, target);
                break;
            case RelocationKind.Relative32:
                BinaryPrimitives.WriteUInt32LittleEndian(field, unchecked(target - (place + 4)));
                break;
            case RelocationKind.ImageRelative32:
                BinaryPrimitives.WriteUInt32LittleEndian(field, unchecked(target - request.ImageBase));
                break;
            case RelocationKind.Low16:
                BinaryPrimitives.WriteUInt16LittleEndian(field, (ushort)target);
                break;
            case RelocationKind.High16:
                BinaryPrimitives.WriteUInt16LittleEndian(field, (ushort)(target >> 16));
                break;
            case RelocationKind.Physical32 when target < VirtualMemoryMap.KernelBase:
                Report(relocation, input, $"asks for the physical address of 0x{target:X8}, which lies below the kernel");
                break;
            case RelocationKind.Physical32:
                BinaryPrimitives.WriteUInt32LittleEndian(field, target - VirtualMemoryMap.KernelBase);
                break;
            default:
                Report(relocation, input, "is for debug information only");
                break;
        }
        // What moves with the image and is meant absolutely has to be filled in again; so has what stays, as seen from code that moves.
        if (symbol.IsAbsolute ? relocation.Kind == RelocationKind.Relative32 : relocation.Kind.DependsOnImageBase())
            Relocations.Add(new LinkedRelocation(place, relocation.Kind));
    }

    private uint? AddressOf(ObjectSymbol symbol)
    {
        if (symbol.Section is not { } section)
            return symbol.Offset;
        var input = splitter.Find(section, symbol.Offset);
        return input.IsLive ? input.AddressOf(symbol.Offset) : null;
    }

    private void Report(Relocation relocation, LinkerInput input, string problem) => diagnostics.Report(
        ToolchainRules.BadRelocation, null, request.Name, relocation.Kind, relocation.Offset, input.Section.Name, input.File.Name, problem);
}
