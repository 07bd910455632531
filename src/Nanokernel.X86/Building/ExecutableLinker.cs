using Nanokernel.Abi;
using Nanokernel.Checking;
using Nanokernel.Layout;
using Nanokernel.Manifests;
using Nanokernel.Model;
using Nanokernel.X86.Stubs;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Building;

/// <summary>
/// Partitions that other tools have linked. Their symbols say what a project's stubs say: where an upcall enters, and where an exception
/// does.
/// </summary>
internal static class ExecutableLinker
{
    // Defined by nanokernel_upcall.c, compiled with -DNK_SAVE_FLOATING_POINT.
    private const string SavesFloatingPointSymbol = "nk_upcall_saves_floating_point";

    /// <summary>Reads what an executable asks of a system.</summary>
    public static PartitionManifest? ReadManifest(PartitionExecutable executable, SourceLocation? location, DiagnosticBag diagnostics) =>
        ExecutableReader.TryRead(executable, location, diagnostics, out _, out var ends)
            ? PartitionManifest.OfExecutable(Path.GetFileName(executable.FilePath), [.. ends.Select(Describe)])
            : null;

    private static ManifestEnd Describe(RequestedChannelEnd end) => new(
        end.Channel,
        (ChannelRole)end.Kind,
        Member: "",
        end.MessageBytes == 0 ? null : new MessageLayout(end.MessageType, end.MessageBytes, []) { IsOpaque = true });

    /// <summary>Reads and verifies the executable of a partition.</summary>
    /// <returns>The linked partition; null when there were errors.</returns>
    public static LinkedPartition? Link(CheckedPartition partition, PartitionExecutable executable, DiagnosticBag diagnostics)
    {
        if (!ExecutableReader.TryRead(executable, partition.Location, diagnostics, out var image)
            || !Verifier.VerifyPartition(image, CpuLevel.Pentium4, diagnostics))
        {
            return null;
        }

        var entries = new PartitionEntries(
            image.EntryAddress,
            AddressInCode(image, PartitionStubs.UpcallSymbol),
            partition.HandlesExceptions ? AddressInCode(image, PartitionStubs.ExceptionSymbol) : 0);
        if (!TryCheckExceptions(partition, executable, entries, diagnostics)
            || !TryCheckFloatingPoint(partition, executable, image, entries, diagnostics, out var usesFloatingPoint))
        {
            return null;
        }

        Verifier.ReportPrivileged(image, diagnostics);
        var last = image.Segments[^1];
        var bytes = last.Address + last.MemoryBytes - VirtualMemoryMap.PartitionBase;
        return PartitionMemoryMap.TryCreate(partition, bytes, diagnostics, out var memory)
            ? new LinkedPartition(partition, image, memory, usesFloatingPoint) { Entries = entries }
            : null;
    }

    private static bool TryCheckExceptions(
        CheckedPartition partition, PartitionExecutable executable, PartitionEntries entries, DiagnosticBag diagnostics)
    {
        if (!partition.HandlesExceptions || entries.Exception != 0)
            return true;
        diagnostics.Report(
            ToolchainRules.ExceptionEntryMissing, partition.Location, partition.Name, executable.FilePath, PartitionStubs.ExceptionSymbol);
        return false;
    }

    private static bool TryCheckFloatingPoint(
        CheckedPartition partition,
        PartitionExecutable executable,
        LinkedImage image,
        PartitionEntries entries,
        DiagnosticBag diagnostics,
        out bool usesFloatingPoint)
    {
        // What saves the registers uses them, too.
        var isSaved = image.TryFindSymbol(SavesFloatingPointSymbol, out _);
        var use = Verifier.FindFloatingPoint(image);
        usesFloatingPoint = use is not null || isSaved;
        if (use is null || isSaved || entries.Upcall == 0)
            return true;
        diagnostics.Report(ToolchainRules.UpcallLosesFloatingPoint, partition.Location, executable.FilePath, use.Text, use.Address);
        return false;
    }

    private static uint AddressInCode(LinkedImage image, string name) =>
        image.TryFindSymbol(name, out var symbol)
        && image.Segments.Any(segment => segment.Access == SegmentAccess.ReadExecute && segment.Contains(symbol.Address))
            ? symbol.Address
            : 0;
}
