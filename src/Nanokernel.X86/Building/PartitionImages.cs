using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Nanokernel.Abi;
using Nanokernel.Checking;
using Nanokernel.Layout;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Building;

/// <summary>Writes the <see cref="PartitionImage"/> of a linked partition, from which the kernel makes it what it is at its start.</summary>
internal static class PartitionImages
{
    /// <summary>Whether the kernel can restore an image; what it cannot is reported.</summary>
    public static bool TryCheck(LinkedPartition linked, DiagnosticBag diagnostics)
    {
        var partition = linked.Partition;
        var problem = linked switch
        {
            { Partition.ImageSlots: 0 } => null,
            { Image.Segments.Count: > (int)PartitionImage.SegmentMaximum and var count } => $"it has {count} segments, and at most {PartitionImage.SegmentMaximum} can be restored",
            { Memory.Image.Bytes: > VirtualMemoryMap.RestoredImageBytes and var bytes } =>
                $"it takes {new ByteSize(bytes)}, and at most {new ByteSize(VirtualMemoryMap.RestoredImageBytes)} can be restored",
            _ => null,
        };
        if (problem is not null)
            diagnostics.Report(BuildingRules.ImageNotRestorable, partition.Location, partition.Name, problem);
        return problem is null;
    }

    /// <summary>Makes the image.</summary>
    /// <param name="linked">The partition.</param>
    /// <param name="placement">Where its image slots are.</param>
    /// <param name="systemIdentity">What the system declares, see <see cref="Tracing.SystemTrace.IdentityOf"/>.</param>
    /// <param name="buildIdentity">See <see cref="BuildIdentity"/>.</param>
    /// <param name="signatureBytes">The bytes of the signature that will stand behind it; 0 for none.</param>
    /// <param name="withSymbolTable">Whether it carries its symbol table, where there is room for that.</param>
    public static byte[] Build(LinkedPartition linked, PartitionPlacement placement, ulong systemIdentity, ulong buildIdentity, int signatureBytes, bool withSymbolTable)
    {
        var segments = linked.Image.Segments;
        var content = new MemoryStream();
        content.SetLength(PartitionImage.HeadBytes + segments.Count * Unsafe.SizeOf<PartitionImageSegment>());
        content.Position = content.Length;
        var rows = segments.Select(segment => Add(content, segment)).ToList();
        var symbols = withSymbolTable ? SymbolTables.Build(linked.Image) : [];
        var symbolsOffset = content.Length;
        if (symbols.Length == 0 || symbolsOffset + symbols.Length + (KernelInformation.ImageKeyWordMaximum * sizeof(uint)) > placement.SlotBytes)
            symbolsOffset = 0;
        else
            Append(content, symbols);

        var image = content.ToArray();
        var text = segments.Single(segment => segment.Access == SegmentAccess.ReadExecute);
        MemoryMarshal.Write(image, new PartitionImage
        {
            Magic = PartitionImage.MagicValue,
            SystemIdentity = systemIdentity,
            PartitionIndex = (uint)linked.Partition.Index,
            Bytes = (uint)image.Length,
            SegmentCount = (uint)segments.Count,
            SymbolTableOffset = (uint)symbolsOffset,
            BuildIdentity = buildIdentity,
            EntryAddress = linked.Entries.Start,
            UpcallAddress = linked.Entries.Upcall,
            ExceptionAddress = linked.Entries.Exception,
            SignatureBytes = (uint)signatureBytes,
            TextStart = text.Address,
            TextEnd = text.Address + (uint)text.Data.Length,
            ImageEnd = linked.Memory.Image.End,
        });
        for (var i = 0; i < rows.Count; i++)
            MemoryMarshal.Write(image.AsSpan((int)PartitionImage.HeadBytes + i * Unsafe.SizeOf<PartitionImageSegment>()), rows[i]);
        const int Unchecked = 8;
        var checksum = image.Skip(Unchecked).Aggregate(Crc32.Start, (state, value) => Crc32.Add(state, value, bytes: 1));
        MemoryMarshal.Write(image.AsSpan(sizeof(uint)), Crc32.Finish(checksum));
        return image;
    }

    private static PartitionImageSegment Add(MemoryStream content, LinkedSegment segment)
    {
        var offset = (uint)content.Length;
        Append(content, segment.Data);
        return new PartitionImageSegment
        {
            Address = segment.Address,
            MemoryBytes = ToWords(segment.MemoryBytes),
            Offset = offset,
            Bytes = (uint)content.Length - offset,
            Access = segment.Access switch
            {
                SegmentAccess.ReadExecute => PartitionImageSegment.ReadExecute,
                SegmentAccess.ReadWrite => PartitionImageSegment.ReadWrite,
                _ => PartitionImageSegment.Read,
            },
        };
    }

    private static void Append(MemoryStream content, ReadOnlySpan<byte> data)
    {
        content.Write(data);
        content.SetLength(ToWords((uint)content.Length));
        content.Position = content.Length;
    }

    private static uint ToWords(uint bytes) => (bytes + 3) & ~3u;
}
