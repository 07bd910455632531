namespace Nanokernel.X86.Emulation;

/// <summary>What machine QEMU is to be, and which image it boots.</summary>
public sealed record QemuOptions
{
    /// <summary>The path of the ELF image.</summary>
    public required string Image { get; init; }

    /// <summary>The machine's memory in MiB; as much as <see cref="Machines.Pc"/> has, unless stated otherwise.</summary>
    public int MemoryMegabytes { get; init; } = (int)(Machines.Pc.Memory.Bytes >> 20);

    /// <summary>The CPU model as QEMU names it (<c>-cpu</c>); null for QEMU's own choice.</summary>
    public string? Cpu { get; init; }

    /// <summary>
    /// Whether one instruction is one nanosecond of the machine's time (<c>-icount shift=0,sleep=off</c>). The TSC then counts
    /// instructions, and what a run prints does not depend on the speed of the computer it runs on.
    /// </summary>
    public bool CountInstructions { get; init; }

    /// <summary>
    /// A file that is the machine's memory from physical address 0 on: it is made if it does not exist, and holds the memory once the machine
    /// has ended, for whatever reason. Null: the memory is lost then. QEMU has this on Linux and macOS.
    /// </summary>
    public string? MemoryFile { get; init; }

    /// <summary>More devices, each the argument of one <c>-device</c>, such as <c>ne2k_isa,iobase=0x300,irq=9</c>.</summary>
    public IReadOnlyList<string> Devices { get; init; } = [];

    /// <summary>The TCP port on which QEMU serves gdb (<c>target remote :1234</c>); null for none. The machine then waits for gdb to start it.</summary>
    public int? GdbPort { get; init; }

    /// <summary>More arguments for QEMU, put behind all others.</summary>
    public IReadOnlyList<string> ExtraArguments { get; init; } = [];

    /// <summary>The emulator: a name looked up on PATH, or a path.</summary>
    public string Executable { get; init; } = "qemu-system-i386";
}
