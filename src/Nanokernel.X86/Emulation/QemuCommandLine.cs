using System.Globalization;

namespace Nanokernel.X86.Emulation;

/// <summary>Turns options into QEMU's arguments. Serial ports, debug console and monitor connect to listeners of ours.</summary>
internal static class QemuCommandLine
{
    /// <summary>The port of the isa-debug-exit device: a guest that writes n to it ends QEMU with status 2n + 1.</summary>
    public const int ExitPort = 0xF4;

    /// <summary>The port of the debug console.</summary>
    public const int DebugConsolePort = 0xE9;

    public static IReadOnlyList<string> Build(QemuOptions options, IReadOnlyList<int> serialPorts, int debugConsolePort, int monitorPort)
    {
        List<string> arguments =
        [
            "-machine", options.MemoryFile is null ? "pc" : "pc,memory-backend=ram",
            "-m", string.Create(CultureInfo.InvariantCulture, $"{options.MemoryMegabytes}M"),
            "-nodefaults", "-no-user-config", "-display", "none", "-vga", "std", "-no-reboot", "-S",
            "-kernel", Path.GetFullPath(options.Image),
            "-device", $"isa-debug-exit,iobase=0x{ExitPort:x},iosize=4",
            "-chardev", Socket("debug", debugConsolePort),
            "-device", $"isa-debugcon,iobase=0x{DebugConsolePort:x},chardev=debug",
            "-chardev", Socket("monitor", monitorPort),
            "-mon", "chardev=monitor,mode=control",
        ];

        if (options.MemoryFile is { } file)
            arguments.AddRange(["-object", MemoryBackend(file, options.MemoryMegabytes)]);

        for (var i = 0; i < serialPorts.Count; i++)
            arguments.AddRange(["-chardev", Socket($"com{i + 1}", serialPorts[i]), "-serial", $"chardev:com{i + 1}"]);

        if (options.Cpu is { } cpu)
            arguments.AddRange(["-cpu", cpu]);

        if (options.CountInstructions)
            arguments.AddRange(["-icount", "shift=0,sleep=off"]);

        foreach (var device in options.Devices)
            arguments.AddRange(["-device", device]);

        if (options.GdbPort is { } port)
            arguments.AddRange(["-gdb", string.Create(CultureInfo.InvariantCulture, $"tcp:127.0.0.1:{port}")]);

        arguments.AddRange(options.ExtraArguments);
        return arguments;
    }

    /// <summary>A comma in a path is doubled, as in every option of QEMU.</summary>
    private static string MemoryBackend(string file, int megabytes)
    {
        var path = Path.GetFullPath(file).Replace(",", ",,", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"memory-backend-file,id=ram,size={megabytes}M,mem-path={path},share=on");
    }

    private static string Socket(string id, int port) =>
        string.Create(CultureInfo.InvariantCulture, $"socket,id={id},host=127.0.0.1,port={port},nodelay=on");
}
