using Nanokernel.Abi;
using Nanokernel.Checking;
using Nanokernel.Layout;
using Nanokernel.Model;
using Nanokernel.X86.Stubs;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Building;

/// <summary>Turns the partitions of a system into linked images: one compilation for each project, one link for each partition.</summary>
internal sealed class PartitionLinker(ObjectCompiler compiler, bool optimize, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, CompiledProgram?> _programs = [];

    /// <summary>Makes the linked image of one partition. Here it is told apart what kind of partition it is.</summary>
    /// <returns>The linked partition; null when there were errors.</returns>
    public LinkedPartition? Link(CheckedPartition partition)
    {
        var linked = partition.Program switch
        {
            PartitionProject project => Link(partition, project),
            PartitionExecutable executable => ExecutableLinker.Link(partition, executable, diagnostics),
            _ => throw new InvalidOperationException($"Partition '{partition.Name}' is of an unknown kind, {partition.Program.GetType()}."),
        };
        if (linked is null || !PartitionImages.TryCheck(linked, diagnostics))
            return null;
        CheckStack(linked);
        return linked;
    }

    /// <summary>An upcall comes at any depth of what the entry calls, on the same stack.</summary>
    private void CheckStack(LinkedPartition linked)
    {
        var partition = linked.Partition;
        var stack = new StackBound(linked.Image);
        var (main, functions) = stack.From(linked.Entries.Start);
        var bytes = main + stack.From(linked.Entries.Upcall).Bytes;
        if (bytes <= partition.StackBytes)
            return;
        diagnostics.Report(
            BuildingRules.StackTooSmall, partition.Location, partition.Name, new ByteSize(bytes), string.Join(" > ", functions), new ByteSize(partition.StackBytes),
            bytes.AlignToPage() / 1024);
    }

    private LinkedPartition? Link(CheckedPartition partition, PartitionProject project)
    {
        if (Compile(partition, project) is not { } program)
            return null;

        // What the linker leaves out decides nothing: the first link tells whether what is left needs the state to be preserved.
        var usesFloatingPoint = true;
        var image = Link(partition, program, usesFloatingPoint);
        if (image is not null && !Verifier.UsesFloatingPoint(image))
        {
            usesFloatingPoint = false;
            image = Link(partition, program, usesFloatingPoint);
        }

        if (image is null || !Verifier.VerifyPartition(image, CpuLevel.Pentium4, diagnostics))
            return null;
        Verifier.ReportPrivileged(image, diagnostics);
        var last = image.Segments[^1];
        var bytes = last.Address + last.MemoryBytes - VirtualMemoryMap.PartitionBase;
        return PartitionMemoryMap.TryCreate(partition, bytes, diagnostics, out var memory)
            ? new LinkedPartition(partition, image, memory, usesFloatingPoint) { Entries = EntriesOf(partition, image) }
            : null;
    }

    private static PartitionEntries EntriesOf(CheckedPartition partition, LinkedImage image) => new(
        image.EntryAddress,
        AddressOf(image, PartitionStubs.UpcallSymbol),
        partition.HandlesExceptions ? AddressOf(image, PartitionStubs.ExceptionSymbol) : 0);

    private static uint AddressOf(LinkedImage image, string name) =>
        image.TryFindSymbol(name, out var symbol)
            ? symbol.Address
            : throw new InvalidOperationException($"'{image.Name}' lacks the symbol '{name}', which its stubs define.");

    private LinkedImage? Link(CheckedPartition partition, CompiledProgram program, bool usesFloatingPoint)
    {
        var request = new LinkRequest
        {
            Name = partition.Name,
            Objects = [PartitionStubs.Assemble(partition, usesFloatingPoint), .. RuntimeHelpers.Assemble(), program.Code],
            ImageBase = VirtualMemoryMap.PartitionBase,
            EntrySymbol = PartitionStubs.EntrySymbol,
            RootSymbols = PartitionStubs.RootSymbols(partition),
            MethodNames = program.MethodNames,
        };
        return Linker.TryLink(request, diagnostics, out var image) ? image : null;
    }

    private CompiledProgram? Compile(CheckedPartition partition, PartitionProject project)
    {
        var path = project.AssemblyPath;
        if (_programs.TryGetValue(path, out var known))
            return known;
        var program = ReferenceClosure.TryFind(partition, project, diagnostics, out var assemblies)
            ? compiler.Compile(project.Name, assemblies, optimize, diagnostics)
            : null;
        _programs.Add(path, program);
        return program;
    }
}
