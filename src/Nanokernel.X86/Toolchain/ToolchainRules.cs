using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>
/// The findings of the tool chain: NK2001-2099 compiler, 2101-2199 objects, 2201-2299 linker, 2301-2399 ELF, 2401-2499 verifier.
/// </summary>
internal static class ToolchainRules
{
    /// <summary>The compiler's package was not restored.</summary>
    public static readonly RuleDescriptor CompilerMissing = new("NK2001", "Compiler package missing",
        "The NativeAOT compiler '{0}' was not found. Restore the system project, which downloads package {1} version {2}, "
        + "or give the path of the compiler.");

    /// <summary>There is no compiler for this host.</summary>
    public static readonly RuleDescriptor HostNotSupported = new("NK2002", "Host without compiler",
        "There is no NativeAOT compiler package for the host '{0}'. Build on one of: {1}.");

    /// <summary>The compiler reported an error.</summary>
    public static readonly RuleDescriptor CompilationFailed = new("NK2003", "Compiler error",
        "The NativeAOT compiler rejects {0}: {1}");

    /// <summary>The core library lacks what a C# feature needs.</summary>
    public static readonly RuleDescriptor FeatureNotSupported = new("NK2004", "C# feature not supported",
        "{0} uses {1}, which Nanokernel.Runtime does not support. Write it without. The compiler says: {2}");

    /// <summary>The compiler could not be started, or died.</summary>
    public static readonly RuleDescriptor CompilerCrashed = new("NK2005", "Compiler died",
        "The NativeAOT compiler '{0}' ended with {1} while compiling {2}, and no error of its own. Its last words: {3}");

    /// <summary>An input of the compiler does not exist.</summary>
    public static readonly RuleDescriptor InputMissing = new("NK2006", "Input missing",
        "The file '{0}' does not exist. Build the project that makes it first.");

    /// <summary>The file is no IA-32 COFF object.</summary>
    public static readonly RuleDescriptor NotAnObject = new("NK2101", "Not an IA-32 COFF object",
        "'{0}' is no IA-32 COFF object: {1}. Delete the intermediate folder and build again.");

    /// <summary>The object contradicts itself.</summary>
    public static readonly RuleDescriptor DamagedObject = new("NK2102", "Damaged object",
        "The object '{0}' is damaged: {1}. Delete the intermediate folder and build again.");

    /// <summary>The object asks for something that the linker does not do.</summary>
    public static readonly RuleDescriptor UnsupportedObjectFeature = new("NK2103", "Object feature not supported",
        "The object '{0}' has {1}, which the linker does not support. Compile with the pinned compiler version.");

    /// <summary>A symbol is used and nowhere defined.</summary>
    public static readonly RuleDescriptor UndefinedSymbol = new("NK2201", "Undefined symbol",
        "'{0}': nothing defines the symbol '{1}'. It is used by {2}. Export it with [RuntimeExport], or remove its use.");

    /// <summary>A helper of the runtime is used that this image does not have.</summary>
    public static readonly RuleDescriptor MissingRuntimeHelper = new("NK2202", "Runtime helper missing",
        "'{0}': {1} is not available here (runtime helper '{2}'). It is used by {3}. Write it without.");

    /// <summary>Two objects define one symbol.</summary>
    public static readonly RuleDescriptor DuplicateSymbol = new("NK2203", "Symbol defined twice",
        "'{0}': the symbol '{1}' is defined by '{2}' and by '{3}'. Rename one, or remove it.");

    /// <summary>The entry symbol is not defined.</summary>
    public static readonly RuleDescriptor EntryMissing = new("NK2204", "Entry point missing",
        "'{0}': nothing defines the entry point '{1}'. Add the object that holds it.");

    /// <summary>The image does not fit its address space.</summary>
    public static readonly RuleDescriptor ImageTooLarge = new("NK2205", "Image too large",
        "'{0}': {1} needs {2} bytes at address 0x{3:X8}; the limit is {4} bytes. Make its data smaller.");

    /// <summary>A relocation cannot be carried out.</summary>
    public static readonly RuleDescriptor BadRelocation = new("NK2206", "Relocation cannot be carried out",
        "'{0}': the {1} relocation at offset 0x{2:X} of section '{3}' in '{4}' {5}.");

    /// <summary>The storage of static reference fields cannot be made at link time.</summary>
    public static readonly RuleDescriptor BadStaticCell = new("NK2207", "Static fields cannot be placed",
        "'{0}': the static reference fields '{1}' cannot be placed at link time: {2}. Compile with the pinned compiler version.");

    /// <summary>A segment would overwrite the first MiB.</summary>
    public static readonly RuleDescriptor SegmentBelowLimit = new("NK2301", "Segment below 1 MiB",
        "Segment '{0}' is at physical address 0x{1:X8}; a boot loader owns all below 0x00100000. Move it up.");

    /// <summary>Two segments claim the same memory.</summary>
    public static readonly RuleDescriptor SegmentsOverlap = new("NK2302", "Segments overlap",
        "Segment '{0}' (0x{1:X8}-0x{2:X8}) overlaps segment '{3}' (0x{4:X8}-0x{5:X8}) in physical memory. Move one.");

    /// <summary>A boot loader would not find the Multiboot header.</summary>
    public static readonly RuleDescriptor MultibootHeaderMissing = new("NK2303", "Multiboot header missing",
        "There is no valid Multiboot header in the first 8192 bytes of the image: {0}. Put it at the start of the first segment.");

    /// <summary>The entry point lies in no segment.</summary>
    public static readonly RuleDescriptor EntryOutsideSegments = new("NK2304", "Entry point outside the image",
        "The entry point 0x{0:X8} lies in no executable segment. Use the physical address of the entry stub.");

    /// <summary>A segment's size or address does not fit 32 bits.</summary>
    public static readonly RuleDescriptor SegmentWraps = new("NK2305", "Segment leaves the address space",
        "Segment '{0}' at 0x{1:X8} with {2} bytes in the file and {3} in memory does not fit. Its file part must not exceed "
        + "its memory part, and it must end below 4 GiB.");

    /// <summary>The file is no ELF image of this SDK.</summary>
    public static readonly RuleDescriptor NotAnElfImage = new("NK2306", "Not an IA-32 ELF image",
        "'{0}' is no IA-32 ELF executable: {1}. Build the image again.");

    /// <summary>A partition's executable was not built, or is elsewhere.</summary>
    public static readonly RuleDescriptor ExecutableMissing = new("NK2307", "Partition executable not found",
        "The executable '{0}' does not exist. Build it with the tools of its language, or correct the path.");

    /// <summary>The file is no executable, is damaged, or needs what a partition does not have.</summary>
    public static readonly RuleDescriptor NotAPartitionExecutable = new("NK2308", "Not an executable of a partition",
        "'{0}' is no executable that a partition can run: {1}. Link it statically for the 80386, with nanokernel.ld.");

    /// <summary>A segment lies where a partition has no memory.</summary>
    public static readonly RuleDescriptor ExecutableMisplaced = new("NK2309", "Executable linked at another address",
        "'{0}' has a segment at 0x{1:X8}-0x{2:X8}; the first one of a partition begins at 0x{3:X8}, and the last one ends below 0x{4:X8}. "
        + "Link it there, as nanokernel.ld does.");

    /// <summary>A segment that could be changed and executed.</summary>
    public static readonly RuleDescriptor SegmentWritableAndExecutable = new("NK2310", "Segment both writable and executable",
        "'{0}' has a segment at 0x{1:X8}-0x{2:X8} that is both writable and executable. Link code and data apart, as nanokernel.ld does.");

    /// <summary>Two segments have addresses or a page in common.</summary>
    public static readonly RuleDescriptor SegmentsShareAPage = new("NK2311", "Segments on one page",
        "'{0}' has segments at 0x{1:X8}-0x{2:X8} and 0x{3:X8}-0x{4:X8}, which have the page 0x{5:X8} in common; a page has one set of rights. "
        + "Begin each segment on a page of its own, as nanokernel.ld does.");

    /// <summary>Execution would begin where there is no code.</summary>
    public static readonly RuleDescriptor ExecutableEntryOutsideCode = new("NK2312", "Entry point outside the code",
        "The entry point 0x{1:X8} of '{0}' lies in no executable segment. Link nanokernel_start.c into it, or name its own start with ld's "
        + "option -e.");

    /// <summary>An interrupt would change floating-point registers of the code that it interrupts.</summary>
    public static readonly RuleDescriptor UpcallLosesFloatingPoint = new("NK2313", "Upcall loses floating-point registers",
        "'{0}' uses '{1}' at 0x{2:X8}, and its upcall does not preserve the registers of x87, MMX and SSE. Compile nanokernel_upcall.c with "
        + "-DNK_SAVE_FLOATING_POINT, or everything with -mgeneral-regs-only.");

    /// <summary>A partition is to handle its own exceptions, and its executable has no place for them to enter.</summary>
    public static readonly RuleDescriptor ExceptionEntryMissing = new("NK2314", "Exception entry missing",
        "Partition '{0}' handles its own exceptions, but '{1}' has no symbol '{2}' in its code. Define it, or leave HandlesExceptions() out.");

    /// <summary>What an executable says that it asks for makes no sense.</summary>
    public static readonly RuleDescriptor RequestedEndsDamaged = new("NK2315", "Channel ends of an executable damaged",
        "'{0}' says in its section .nanokernel.ends which channel ends it asks for, but {1}. State them by the macros of nanokernel_channels.h.");

    /// <summary>The kernel uses registers that belong to partitions.</summary>
    public static readonly RuleDescriptor KernelUsesFloatingPoint = new("NK2401", "Kernel uses FPU or SSE",
        "'{0}' uses '{1}' at 0x{2:X8}. The kernel must leave FPU and SSE registers alone, for they hold a partition's values. "
        + "Avoid floating point, large struct copies and zeroed locals.");

    /// <summary>An instruction that the declared CPU lacks.</summary>
    public static readonly RuleDescriptor InstructionAboveCpu = new("NK2402", "Instruction above the declared CPU",
        "'{0}' uses '{1}' at 0x{2:X8}, which needs {3}; the declared CPU has no such feature. Declare a later CPU, or avoid it.");

    /// <summary>Bytes that are no instruction.</summary>
    public static readonly RuleDescriptor InvalidInstruction = new("NK2403", "Invalid instruction",
        "'{0}' has bytes at 0x{1:X8} that are no IA-32 instruction: {2}. Build again; if it stays, report it.");

    /// <summary>A partition holds an instruction that ring 3 may not execute.</summary>
    public static readonly RuleDescriptor PrivilegedInstruction = new("NK2404", "Privileged instruction in a partition",
        "'{0}' executes '{1}' at 0x{2:X8}, which ring 3 may not: it stops the partition when reached. Use the partition API.",
        Nanokernel.Checking.DiagnosticSeverity.Warning);
}
