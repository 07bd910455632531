using Nanokernel.Checking;

namespace Nanokernel.X86.Emulation;

/// <summary>The findings of running an image, NK3001 to NK3099.</summary>
internal static class EmulationRules
{
    /// <summary>NK3001. The emulator is not installed.</summary>
    public static RuleDescriptor EmulatorNotFound { get; } = new("NK3001", "QEMU not found",
        "QEMU ('{0}') was not found, so the image cannot run. Install it (Debian, Ubuntu: package qemu-system-x86; Fedora: qemu-system-x86-core; Windows, macOS: QEMU's own installer, brew's qemu) or put it on PATH");

    /// <summary>NK3002. The emulator refused its options or the image.</summary>
    public static RuleDescriptor EmulatorDidNotStart { get; } = new("NK3002", "QEMU did not start",
        "QEMU did not start image '{0}' (exit status {1}): {2}. Check QemuOptions: MemoryMegabytes, Cpu, Devices and ExtraArguments go to QEMU as they are");

    /// <summary>NK3003. The guest reset the machine: a triple fault, or a reset by port.</summary>
    public static RuleDescriptor GuestReset { get; } = new("NK3003", "Machine reset by the image",
        "The image '{0}' reset the machine instead of ending with an exit code: a triple fault, or a write to a reset port. Run it with ExtraArguments '-d int,cpu_reset' to see the exceptions before it.{1}");

    /// <summary>NK3004. The image did not end in time.</summary>
    public static RuleDescriptor ExitTimeout { get; } = new("NK3004", "Image did not end in time",
        "The image '{0}' did not end within {1} and was stopped. Raise the time-out, or see where it waits.{2}");

    /// <summary>NK3005. Expected output did not come.</summary>
    public static RuleDescriptor OutputExpected { get; } = new("NK3005", "Expected output did not come",
        "No line with '{0}' came from {1} {2}. Raise the time-out, or correct the expected text.{3}");

    /// <summary>NK3006. The emulator ended for a reason of its own.</summary>
    public static RuleDescriptor EmulatorFailed { get; } = new("NK3006", "QEMU ended by itself",
        "QEMU ended by itself while running image '{0}' (exit status {1}, reason '{2}'): {3}. Start it again; if it ends again, its own words above tell what it lacks");

    /// <summary>NK3007. The image file is missing.</summary>
    public static RuleDescriptor ImageNotFound { get; } = new("NK3007", "Image file not found",
        "The image '{0}' does not exist. Build the system first (dotnet build), or correct the path");

    /// <summary>NK3008. A trace is asked for, and the system declares none.</summary>
    public static RuleDescriptor TraceNotDeclared { get; } = new("NK3008", "Trace not declared",
        "System '{0}' declares no trace, so there is none to write to '{1}'. State WithTrace() for the system and build it again");

    /// <summary>NK3009. The machine's memory holds no trace of the system.</summary>
    public static RuleDescriptor TraceNotFound { get; } = new("NK3009", "No trace in memory",
        "The memory of the machine that ran image '{0}' holds no trace of system '{1}' at 0x{2:X8}: {3}. Build the image again from this declaration (dotnet build), and let it run until its first partition starts");

    /// <summary>NK3010. The file of a trace cannot be written.</summary>
    public static RuleDescriptor TraceNotWritable { get; } = new("NK3010", "Trace file not writable",
        "The trace cannot be written to '{0}': {1} State another file");

    /// <summary>NK3011. There is nothing for a debugger to read.</summary>
    public static RuleDescriptor DebugFilesNotFound { get; } = new("NK3011", "Files for debuggers not found",
        "The image '{0}' has no files for debuggers: '{1}' does not exist. Build the system (dotnet build) and run the image where the build put it");

    /// <summary>NK3012. The script of gdb cannot be written.</summary>
    public static RuleDescriptor DebugScriptNotWritable { get; } = new("NK3012", "Script of gdb not writable",
        "The script of gdb cannot be written to '{0}': {1} Run an image in a folder that can be written to");

    /// <summary>All of them, in the order of their ids.</summary>
    public static IReadOnlyList<RuleDescriptor> All { get; } =
    [
        EmulatorNotFound, EmulatorDidNotStart, GuestReset, ExitTimeout, OutputExpected, EmulatorFailed, ImageNotFound, TraceNotDeclared, TraceNotFound,
        TraceNotWritable, DebugFilesNotFound, DebugScriptNotWritable,
    ];
}
