using Nanokernel.Model;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Stubs;

/// <summary>
/// All of the kernel that is not C#: the way in from the loader, from interrupts, exceptions and hypercalls, the way out to ring 3, and
/// the tables and stacks that the processor itself uses. Made anew for each system, so that a stub exists only for what the system has.
/// </summary>
internal static class KernelStubs
{
    /// <summary>Where the loader enters, without paging.</summary>
    public const string EntrySymbol = "nk_boot_entry";

    /// <summary>The page below the kernel's stack, to be left unmapped.</summary>
    public const string StackGuardSymbol = "nk_kernel_stack_guard";

    /// <summary>Assembles the stubs of a system. The object has to be the first of the kernel's link: it starts with the Multiboot header.</summary>
    public static ObjectFile Assemble(CheckedSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);

        var stubs = new StubAssembler("kernel stubs");
        BootStubs.Write(stubs, system);
        new EntryStubs(stubs, system).Write();
        ProcessorStubs.Write(stubs);
        if (system.TraceBytes != 0)
            TraceStubs.Write(stubs, system);
        DescriptorTables.Write(stubs, system);
        return stubs.ToObjectFile();
    }

    /// <summary>What comes to the stubs of a linked kernel that nobody calls, for the stack traces of debuggers.</summary>
    public static IReadOnlyDictionary<uint, FrameEntry> FrameEntries(LinkedImage kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        var entries = new Dictionary<uint, FrameEntry> { [kernel.EntryAddress] = FrameEntry.Nobody };
        foreach (var symbol in kernel.Symbols.Where(symbol => symbol.IsFunction))
        {
            if (EntryStubs.FrameEntryOf(symbol.Name) is var entry and not FrameEntry.Called)
                entries.TryAdd(symbol.Address, entry);
        }

        return entries;
    }

    /// <summary>Where a linked kernel keeps the end of the interrupted partition's context.</summary>
    public static uint ContextPointer(LinkedImage kernel) =>
        kernel.TryFindSymbol(DescriptorTables.TaskState, out var state) ? state.Address + DescriptorTables.TaskStateEsp0 : 0;
}
