using System.Collections.Immutable;

namespace Nanokernel;

/// <summary>
/// The devices of a PC. Ports and lines are those of the AT and, for cards, what QEMU gives them without being told otherwise. The
/// devices at the end are the kernel's: who drives one of them could stop, reset or overwrite the whole machine.
/// </summary>
public static class Pc
{
    // The device control register (ATA/ATAPI-7 volume 2, 5.9): nIEN.
    private const byte AtaInterruptsOff = 0x02;

    /// <summary>COM1, a 16550 UART: ports 0x3F8-0x3FF, IRQ 4 (shared with <see cref="Com3"/>).</summary>
    public static Device Com1 { get; } = Uart("COM1", 0x3F8, 4);

    /// <summary>COM2, a 16550 UART: ports 0x2F8-0x2FF, IRQ 3 (shared with <see cref="Com4"/>).</summary>
    public static Device Com2 { get; } = Uart("COM2", 0x2F8, 3);

    /// <summary>COM3, a 16550 UART: ports 0x3E8-0x3EF, IRQ 4 (shared with <see cref="Com1"/>).</summary>
    public static Device Com3 { get; } = Uart("COM3", 0x3E8, 4);

    /// <summary>COM4, a 16550 UART: ports 0x2E8-0x2EF, IRQ 3 (shared with <see cref="Com2"/>).</summary>
    public static Device Com4 { get; } = Uart("COM4", 0x2E8, 3);

    /// <summary>
    /// The keyboard: data port 0x60, IRQ 1. The controller's command port 0x64 stays with the kernel, for it resets the machine.
    /// </summary>
    public static Device Keyboard { get; } = new("keyboard")
    {
        Description = "8042 keyboard data",
        Ports = [new(0x60, 0x60)],
        Interrupts = [new(1)],
    };

    /// <summary>The real-time clock and its CMOS memory: ports 0x70-0x71, IRQ 8.</summary>
    public static Device RealTimeClock { get; } = new("RTC")
    {
        Description = "MC146818 clock and CMOS memory",
        Ports = [new(0x70, 0x71)],
        Interrupts = [new(8)],

        // Register B (MC146818): no interrupts; 24 hours, as firmwares set it.
        QuietWrites = [new(0x70, 0x0B), new(0x71, 0x02)],
    };

    /// <summary>The parallel port: ports 0x378-0x37A, IRQ 7.</summary>
    public static Device Lpt1 { get; } = new("LPT1")
    {
        Description = "parallel port",
        Ports = [new(0x378, 0x37A)],
        Interrupts = [new(7)],

        // The control register: no interrupt, printer neither selected nor strobed, and not initialized.
        QuietWrites = [new(0x37A, 0x04)],
    };

    /// <summary>The primary IDE channel: ports 0x1F0-0x1F7 and 0x3F6, IRQ 14.</summary>
    public static Device IdePrimary { get; } = new("IDE primary")
    {
        Description = "ATA channel, programmed I/O",
        Ports = [new(0x1F0, 0x1F7), new(0x3F6, 0x3F6)],
        Interrupts = [new(14)],
        QuietWrites = [new(0x3F6, AtaInterruptsOff)],
    };

    /// <summary>The secondary IDE channel: ports 0x170-0x177 and 0x376, IRQ 15.</summary>
    public static Device IdeSecondary { get; } = new("IDE secondary")
    {
        Description = "ATA channel, programmed I/O",
        Ports = [new(0x170, 0x177), new(0x376, 0x376)],
        Interrupts = [new(15)],
        QuietWrites = [new(0x376, AtaInterruptsOff)],
    };

    /// <summary>The VGA in text mode: ports 0x3C0-0x3DF, memory 0xB8000-0xBFFFF.</summary>
    public static Device VgaText { get; } = new("VGA text")
    {
        Description = "VGA registers and colour text memory",
        Ports = [new(0x3C0, 0x3DF)],
        Memory = [new(0xB8000, 0x8000)],
    };

    /// <summary>The VGA in graphics modes: ports 0x3C0-0x3DF, memory 0xA0000-0xBFFFF.</summary>
    public static Device VgaGraphics { get; } = new("VGA graphics")
    {
        Description = "VGA registers and frame memory",
        Ports = [new(0x3C0, 0x3DF)],
        Memory = [new(0xA0000, 0x20000)],
    };

    /// <summary>An NE2000 ISA network card: ports 0x300-0x31F, IRQ 9.</summary>
    public static Device Ne2000 { get; } = new("NE2000")
    {
        Description = "NE2000 network card",
        IsOptional = true,
        Ports = [new(0x300, 0x31F)],
        Interrupts = [new(9)],

        // The command register (DP8390D, 10.3): stop, and no remote DMA.
        QuietWrites = [new(0x300, 0x21)],
    };

    /// <summary>The kernel's: the 8259 interrupt controller pair with its trigger registers, and line 2, which joins the two.</summary>
    public static Device InterruptController { get; } = new("interrupt controller")
    {
        Description = "8259 pair",
        Ports = [new(0x20, 0x21), new(0xA0, 0xA1), new(0x4D0, 0x4D1)],
        Interrupts = [new(2)],
        KernelReason = "the kernel routes every interrupt by it",
    };

    /// <summary>The kernel's: the 8254 interval timer and line 0.</summary>
    public static Device IntervalTimer { get; } = new("interval timer")
    {
        Description = "8254",
        Ports = [new(0x40, 0x43)],
        Interrupts = [new(0)],
        KernelReason = "the kernel keeps the time of all partitions by it",
    };

    /// <summary>The kernel's: the AT's system control ports, which gate the timer, mask errors and reset the processor.</summary>
    public static Device SystemControl { get; } = new("system control")
    {
        Description = "timer gate, A20 and reset ports",
        Ports = [new(0x61, 0x61), new(0x92, 0x92)],
        KernelReason = "it gates the timer and resets the processor",
    };

    /// <summary>The kernel's: the command port of the keyboard controller, which resets the machine.</summary>
    public static Device KeyboardController { get; } = new("keyboard controller")
    {
        Description = "8042 command port",
        Ports = [new(0x64, 0x64)],
        KernelReason = "one of its commands resets the machine",
    };

    /// <summary>The kernel's: the DMA controllers, which reach all memory.</summary>
    public static Device DmaController { get; } = new("DMA controller")
    {
        Description = "8237 pair and page registers",
        Ports = [new(0x00, 0x0F), new(0x81, 0x8F), new(0xC0, 0xDF)],
        KernelReason = "it reaches the memory of every partition",
    };

    /// <summary>
    /// The kernel's: PCI configuration, by which a device can be moved or made a bus master, and the reset register in it.
    /// </summary>
    public static Device PciConfiguration { get; } = new("PCI configuration")
    {
        Description = "PCI configuration and reset ports",
        Ports = [new(0xCF8, 0xCFF)],
        KernelReason = "it moves devices, makes them bus masters and resets the machine",
    };

    /// <summary>The kernel's: the ports that enter the firmware's system management mode.</summary>
    public static Device SystemManagement { get; } = new("system management")
    {
        Description = "APM control and status ports",
        Ports = [new(0xB2, 0xB3)],
        KernelReason = "it stops the kernel and enters the firmware",
    };

    /// <summary>The kernel's: the emulator's configuration interface, which can write to all memory.</summary>
    public static Device FirmwareConfiguration { get; } = new("firmware configuration")
    {
        Description = "fw_cfg of QEMU",
        Ports = [new(0x510, 0x51B)],
        KernelReason = "it reaches the memory of every partition",
    };

    /// <summary>The kernel's: the debug console of emulators, on which consoles without a UART and fault records are written.</summary>
    public static Device DebugConsole { get; } = new("debug console")
    {
        Description = "debug console of emulators",
        Ports = [new(0xE9, 0xE9)],
        KernelReason = "the kernel writes fault records on it",
    };

    /// <summary>The kernel's: the port by which an image hands the emulator its exit code.</summary>
    public static Device DebugExit { get; } = new("debug exit")
    {
        Description = "isa-debug-exit of QEMU",
        Ports = [new(0xF4, 0xF7)],
        KernelReason = "it ends the whole system",
    };

    /// <summary>All devices, those of the kernel last.</summary>
    public static ImmutableArray<Device> Devices { get; } =
    [
        Com1, Com2, Com3, Com4, Keyboard, RealTimeClock, Lpt1, IdePrimary, IdeSecondary, VgaText, VgaGraphics, Ne2000,
        InterruptController, IntervalTimer, SystemControl, KeyboardController, DmaController, PciConfiguration, SystemManagement,
        FirmwareConfiguration, DebugConsole, DebugExit,
    ];

    private static Device Uart(string name, int port, int line) => new(name)
    {
        Description = "16550 UART",
        Kind = DeviceKind.Uart16550,
        Ports = [new(port, port + 7)],
        Interrupts = [new(line)],

        // Line control, interrupt enable, modem control, FIFO control (16550A, table II): no divisor latch, no interrupts, no FIFO.
        QuietWrites = [new(port + 3, 0), new(port + 1, 0), new(port + 4, 0), new(port + 2, 0)],
    };
}
