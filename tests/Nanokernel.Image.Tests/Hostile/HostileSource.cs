using System.Globalization;

namespace Nanokernel.Image.Tests.Hostile;

/// <summary>
/// The C# of a partition that tries everything that ring 3 can try. It handles its own exceptions, so that it survives each attempt and
/// goes on to the next one.
/// </summary>
internal static class HostileSource
{
    /// <summary>The number of hypercalls with random numbers and arguments.</summary>
    public const int HypercallCount = 100_000;

    /// <summary>The number of random words that are written over its control page and its queues.</summary>
    public const int ScribbleCount = 1_000_000;

    /// <summary>The capacities of the queues whose other end it tries to mislead; it finds them by these.</summary>
    public const int ForgedCapacity = 8;
    public const int SpoiltCapacity = 2;

    /// <summary>The first of the eight ports that it owns, those of COM2.</summary>
    public const int FirstOwnPort = 0x2F8;

    // push flags; popfd: TF, NT, none of them.
    private static readonly byte[] SetTrap = [0x68, 0x02, 0x03, 0, 0, 0x9D];
    private static readonly byte[] SetNested = [0x68, 0x02, 0x42, 0, 0, 0x9D];
    private static readonly byte[] ClearFlags = [0x68, 0x02, 0x02, 0, 0, 0x9D];

    /// <summary>
    /// Instructions of ring 0, ways into its segments, and others whose exceptions have taken kernels by surprise: the code, and at which
    /// byte it goes on after the exception.
    /// </summary>
    public static IReadOnlyList<(string Name, byte[] Code, int Resume)> Privileged { get; } =
    [
        Plain("cli", 0xFA), Plain("sti", 0xFB), Plain("hlt", 0xF4),
        Plain("lgdt", 0x0F, 0x01, 0x15, 0, 0, 0x40, 0), Plain("lidt", 0x0F, 0x01, 0x1D, 0, 0, 0x40, 0),
        Plain("lldt", 0x0F, 0x00, 0xD0), Plain("ltr", 0x0F, 0x00, 0xD8), Plain("lmsw", 0x0F, 0x01, 0xF0), Plain("clts", 0x0F, 0x06),
        Plain("invd", 0x0F, 0x08), Plain("wbinvd", 0x0F, 0x09), Plain("invlpg", 0x0F, 0x01, 0x38),
        Plain("mov eax, cr0", 0x0F, 0x20, 0xC0), Plain("mov eax, cr2", 0x0F, 0x20, 0xD0), Plain("mov eax, cr3", 0x0F, 0x20, 0xD8),
        Plain("mov eax, cr4", 0x0F, 0x20, 0xE0), Plain("mov cr0, eax", 0x0F, 0x22, 0xC0), Plain("mov cr3, eax", 0x0F, 0x22, 0xD8),
        Plain("mov cr4, eax", 0x0F, 0x22, 0xE0), Plain("mov eax, dr0", 0x0F, 0x21, 0xC0), Plain("mov eax, dr7", 0x0F, 0x21, 0xF8),
        Plain("mov dr0, eax", 0x0F, 0x23, 0xC0), Plain("mov dr7, eax", 0x0F, 0x23, 0xF8),
        Plain("rdmsr", 0x0F, 0x32), Plain("wrmsr", 0x0F, 0x30), Plain("rdpmc", 0x0F, 0x33),
        Plain("sysenter", 0x0F, 0x34), Plain("sysexit", 0x0F, 0x35), Plain("syscall", 0x0F, 0x05), Plain("sysret", 0x0F, 0x07),
        Plain("rsm", 0x0F, 0xAA), Plain("vmcall", 0x0F, 0x01, 0xC1), Plain("monitor", 0x0F, 0x01, 0xC8), Plain("mwait", 0x0F, 0x01, 0xC9),
        Plain("xsetbv", 0x0F, 0x01, 0xD1), Plain("vmrun", 0x0F, 0x01, 0xD8), Plain("ud2", 0x0F, 0x0B),
        Plain("insb", 0x6C), Plain("insd", 0x6D), Plain("outsb", 0x6E), Plain("outsd", 0x6F), Plain("rep outsb", 0xF3, 0x6E),
        Plain("in al, 0x60", 0xE4, 0x60), Plain("out 0x64, al", 0xE6, 0x64),
        Plain("mov ss, kernel data", 0xB8, 0x10, 0, 0, 0, 0x8E, 0xD0), Plain("mov ds, kernel data", 0xB8, 0x10, 0, 0, 0, 0x8E, 0xD8),
        Plain("mov es, kernel code", 0xB8, 0x08, 0, 0, 0, 0x8E, 0xC0), Plain("mov fs, task", 0xB8, 0x28, 0, 0, 0, 0x8E, 0xE0),
        Plain("jmp kernel code", 0xEA, 0, 0, 0x10, 0xC0, 0x08, 0), Plain("call kernel code", 0x9A, 0, 0, 0x10, 0xC0, 0x08, 0),
        Plain("jmp task", 0xEA, 0, 0, 0, 0, 0x28, 0), Plain("call task", 0x9A, 0, 0, 0, 0, 0x28, 0),
        Plain("jmp emergency task", 0xEA, 0, 0, 0, 0, 0x30, 0), Plain("call local descriptor", 0x9A, 0, 0, 0, 0, 0x0F, 0),
        Plain("jmp kernel text", 0xB8, 0, 0, 0x10, 0xC0, 0xFF, 0xE0),
        ("retf to ring 0", [0x6A, 0x08, 0x68, 0, 0, 0x10, 0xC0, 0xCB, 0x83, 0xC4, 0x08, 0xC3], 8),
        ("iretd to ring 0", [0x9C, 0x6A, 0x08, 0x68, 0, 0, 0x10, 0xC0, 0xCF, 0x83, 0xC4, 0x0C, 0xC3], 9),
        ("iretd with NT", [.. SetNested, 0xCF, .. ClearFlags, 0xC3], 7),
        Plain("icebp", 0xF1), Plain("int3", 0xCC), ("into", [0xB0, 0x7F, 0xFE, 0xC0, 0xCE, 0xC3], 5),
        ("bound", [0x31, 0xC0, 0x6A, 0x02, 0x6A, 0x01, 0x62, 0x04, 0x24, 0x83, 0xC4, 0x08, 0xC3], 9),
        Plain("lock nop", 0xF0, 0x90), Plain("lock cmpxchg8b eax", 0xF0, 0x0F, 0xC7, 0xC8),
        Plain("lock cmpxchg8b of the kernel", 0xB9, 0, 0, 0x10, 0xC0, 0xF0, 0x0F, 0xC7, 0x09),
        Plain("lock cmpxchg8b of the last bytes", 0xB9, 0xFC, 0xFF, 0xFF, 0xFF, 0xF0, 0x0F, 0xC7, 0x09),
        Plain("fifteen prefixes", [.. Enumerable.Repeat((byte)0x66, 15), 0x90]), Plain("ud0", 0x0F, 0xFF, 0xC0), Plain("ud1", 0x0F, 0xB9, 0xC0),
        ("trap flag over a hypercall", [0xB8, 1, 0, 0, 0, .. SetTrap, 0xCD, 0x40, 0x90, 0x90, 0xC3], 15),
        ("trap flag over the null hypercall", [0x31, 0xC0, .. SetTrap, 0xCD, 0x40, 0x90, 0x90, 0xC3], 12),
        ("trap flag over mov ss and a hypercall", [0xB8, 1, 0, 0, 0, 0x8C, 0xD1, .. SetTrap, 0x8E, 0xD1, 0xCD, 0x40, 0x90, 0x90, 0xC3], 19),
        ("trap flag over pop ss and a hypercall", [0xB8, 1, 0, 0, 0, 0x16, .. SetTrap, 0x17, 0xCD, 0x40, 0x90, 0x90, 0xC3], 17),
        ("trap flag over mov ss and int3", [0x8C, 0xD1, .. SetTrap, 0x8E, 0xD1, 0xCC, 0x90, 0xC3], 12),
        ("trap flag over icebp", [.. SetTrap, 0xF1, 0x90, 0xC3], 8),

        // mov edi, the heap's end less 16; mov ecx, -1; rep stosb, up to the guard. And rep lodsb from the kernel.
        ("rep stosb into a guard page", [0x57, 0x8B, 0x3D, 0x24, 0x10, 0, 0xB0, 0x83, 0xEF, 0x10, 0x83, 0xC9, 0xFF, 0xF3, 0xAA, 0x5F, 0xC3], 15),
        ("rep lodsb from the kernel", [0x56, 0xBE, 0, 0, 0x10, 0xC0, 0x83, 0xC9, 0xFF, 0xF3, 0xAC, 0x5E, 0xC3], 11),
    ];

    // Stack pointers for a hypercall: null, the kernel's, the last byte, an odd one in read-only memory, the information page.
    private static readonly uint[] StackPointers = [0, 0xC000_0000, 0xFFFF_FFFF, 0x0040_0001, 0xB000_1000];

    /// <summary>The partition's class.</summary>
    public static string Text { get; } = $$"""
        [Partition]
        static unsafe partial class Hostile
        {
            [Sends("phases")]
            static partial Sender<int> Phases { get; }

            [Sends("forged")]
            static partial Sender<ulong> Forged { get; }

            [Receives("spoilt")]
            static partial Receiver<ulong> Spoilt { get; }

            static uint s_resume;
            static uint s_exceptions;
            static int s_expirations;
            static uint s_random = 12345;
            static HypercallArguments s_arguments;

            // All code starts with two NOPs, see Raises. Each entry: its length, the byte at which it goes on after an exception, its code.
            static ReadOnlySpan<byte> Privileged => [{{Bytes(Privileged.SelectMany(entry => (byte[])[(byte)(entry.Code.Length + 2), (byte)entry.Resume, 0x90, 0x90, .. entry.Code]))}}];

            // xor eax, eax; int n; ret
            static ReadOnlySpan<byte> SoftwareInterrupts => [{{Bytes(Enumerable.Range(0, 256).SelectMany(vector => (byte[])[0x90, 0x90, 0x31, 0xC0, 0xCD, (byte)vector, 0xC3]))}}];

            // mov ecx, esp; mov esp, pointer; mov eax, 1; int 0x40; mov esp, ecx; ret
            static ReadOnlySpan<byte> Stacks => [{{Bytes(StackPointers.SelectMany(pointer =>
                (byte[])[0x90, 0x90, 0x89, 0xE1, 0xBC, .. BitConverter.GetBytes(pointer), 0xB8, 1, 0, 0, 0, 0xCD, 0x40, 0x89, 0xCC, 0xC3]))}}];

            // mov edx, ecx; in al, dx (in eax, dx; out dx, al); ret
            static ReadOnlySpan<byte> ReadPort8 => [0x90, 0x90, 0x8B, 0xD1, 0xEC, 0xC3];
            static ReadOnlySpan<byte> ReadPort32 => [0x90, 0x90, 0x8B, 0xD1, 0xED, 0xC3];
            static ReadOnlySpan<byte> WritePort8 => [0x90, 0x90, 0x8B, 0xD1, 0xEE, 0xC3];

            // mov al, [ecx]; ret, and with mov [ecx], al before the ret
            static ReadOnlySpan<byte> Read => [0x90, 0x90, 0x8A, 0x01, 0xC3];
            static ReadOnlySpan<byte> ReadAndWrite => [0x90, 0x90, 0x8A, 0x01, 0x88, 0x01, 0xC3];

            // mov eax, [ecx]; mov edx, [ecx + 8]; mov ecx, [ecx + 4]; int 0x40; ret
            static ReadOnlySpan<byte> AnyHypercall => [0x90, 0x90, 0x8B, 0x01, 0x8B, 0x51, 8, 0x8B, 0x49, 4, 0xCD, 0x40, 0xC3];

            // push ecx; popfd; xor eax, eax; inc eax; int 0x40; nop; push 0x202; popfd; ret
            static ReadOnlySpan<byte> Flags => [0x90, 0x90, 0x51, 0x9D, 0x31, 0xC0, 0x40, 0xCD, 0x40, 0x90, 0x68, 0x02, 0x02, 0, 0, 0x9D, 0xC3];

            // mov segment, cx; mov eax, 1; int 0x40; mov ecx, 0x23; mov segment, cx; ret
            static ReadOnlySpan<byte> LoadDs => [0x90, 0x90, 0x8E, 0xD9, 0xB8, 1, 0, 0, 0, 0xCD, 0x40, 0xB9, 0x23, 0, 0, 0, 0x8E, 0xD9, 0xC3];
            static ReadOnlySpan<byte> LoadEs => [0x90, 0x90, 0x8E, 0xC1, 0xB8, 1, 0, 0, 0, 0xCD, 0x40, 0xB9, 0x23, 0, 0, 0, 0x8E, 0xC1, 0xC3];
            static ReadOnlySpan<byte> LoadFs => [0x90, 0x90, 0x8E, 0xE1, 0xB8, 1, 0, 0, 0, 0xCD, 0x40, 0xB9, 0x23, 0, 0, 0, 0x8E, 0xE1, 0xC3];
            static ReadOnlySpan<byte> LoadGs => [0x90, 0x90, 0x8E, 0xE9, 0xB8, 1, 0, 0, 0, 0xCD, 0x40, 0xB9, 0x23, 0, 0, 0, 0x8E, 0xE9, 0xC3];
            static ReadOnlySpan<byte> LoadSs => [0x90, 0x90, 0x8E, 0xD1, 0xB8, 1, 0, 0, 0, 0xCD, 0x40, 0xB9, 0x23, 0, 0, 0, 0x8E, 0xD1, 0xC3];

            // std; mov eax, 1; int 0x40; cld; ret
            static ReadOnlySpan<byte> Backwards => [0x90, 0x90, 0xFD, 0xB8, 1, 0, 0, 0, 0xCD, 0x40, 0xFC, 0xC3];

            // mov edx, ss; mov ss, dx, once or twice; dec ecx; jnz: hardly an instruction at which an interrupt may come
            static ReadOnlySpan<byte> Shadows => [0x90, 0x90, 0x8C, 0xD2, 0x8E, 0xD2, 0x49, 0x75, 0xFB, 0xC3];
            static ReadOnlySpan<byte> LongShadows => [0x90, 0x90, 0x8C, 0xD2, 0x8E, 0xD2, 0x8E, 0xD2, 0x49, 0x75, 0xF9, 0xC3];

            // ud2; ret
            static ReadOnlySpan<byte> Undefined => [0x90, 0x90, 0x0F, 0x0B, 0xC3];

            static void Main()
            {
                Exceptions.Attach(static (ProcessorException exception, ref ExceptionFrame frame) =>
                {
                    s_exceptions++;
                    frame.InstructionPointer = s_resume;
                });
                Clock.Sleep(TimeSpan.FromMilliseconds(50));

                Phases.Send(1);
                TryPorts();
                TryPages();
                TryInstructions();
                TryHypercalls();
                TryRegisters();
                TryFloods();
                TryScribbling();

                Phases.Send(2);
                Clock.Sleep(TimeSpan.FromMilliseconds(50));

                Phases.Send(3);
                Interrupts.Disable();
                for (;;)
                {
                }
            }

            static void TryPorts()
            {
                var reached = 0;
                for (var port = 0u; port < 0x1_0000; port++)
                {
                    var ways = (Raises(ReadPort8, 3, port) ? 0 : 1) + (Raises(ReadPort32, 3, port) ? 0 : 2) + (Raises(WritePort8, 3, port) ? 0 : 4);
                    reached += ways == 0 ? 0 : 1;
                    if (ways != 0)
                        Console.WriteLine($"port {port:X4} {ways}");
                }

                Console.WriteLine($"ports reached: {reached}");
            }

            // Prints each range of pages with the same rights: 0 none, 1 read, 2 read and write.
            static void TryPages()
            {
                var start = 0u;
                var rights = -1;
                for (var page = 0u; page < 0x10_0000; page++)
                {
                    var here = Raises(Read, 2, page << 12) ? 0 : Raises(ReadAndWrite, 4, page << 12) ? 1 : 2;
                    if (here == rights)
                        continue;
                    if (rights > 0)
                        Console.WriteLine($"pages {start:X5}-{page - 1:X5} {rights}");
                    (start, rights) = (page, here);
                }

                if (rights > 0)
                    Console.WriteLine($"pages {start:X5}-FFFFF {rights}");
                Console.WriteLine("pages tried");
            }

            static void TryInstructions()
            {
                var refused = 0;
                var number = 0;
                for (var at = 0; at < Privileged.Length; at += 2 + Privileged[at], number++)
                {
                    if (Raises(Privileged[(at + 2)..], Privileged[at + 1], 0))
                        refused++;
                    else
                        Console.WriteLine($"instruction {number} passed");
                }

                Console.WriteLine($"instructions refused: {refused}");
                refused = 0;
                for (var vector = 0; vector < 256; vector++)
                    refused += Raises(SoftwareInterrupts[(vector * 7)..], 4, 0) ? 1 : 0;
                Console.WriteLine($"software interrupts refused: {refused}");
            }

            static void TryHypercalls()
            {
                for (var i = 0; i < {{HypercallCount}}; i++)
                {
                    var number = Random() % 4 == 0 ? Random() : Random() % 20;
                    var low = Argument();
                    var high = Argument();

                    // Ending itself is its right; a wait is to be over some time.
                    if (number is 8 or 9)
                        number += 8;
                    if (number == 2)
                        (low, high) = (low & 0xFF_FFFF, 0);
                    s_arguments = new HypercallArguments { Number = number, Low = low, High = high };
                    Raises(AnyHypercall, 10, (uint)Unsafe.AsPointer(ref s_arguments));
                }

                Console.WriteLine("");
                Console.WriteLine("hypercalls tried");
            }

            static void TryRegisters()
            {
                for (var bit = 0; bit < 32; bit++)
                    Raises(Flags, 8, 1u << bit);
                for (var i = 0; i < 10_000; i++)
                    Raises(Flags, 8, Random());
                for (var selector = 0u; selector < 0x1_0000; selector++)
                    Raises(LoadDs, 9, selector);
                for (var selector = 0u; selector < 0x200; selector++)
                {
                    Raises(LoadEs, 9, selector);
                    Raises(LoadFs, 9, selector);
                    Raises(LoadGs, 9, selector);
                    Raises(LoadSs, 9, selector);
                }

                using (Interrupts.Disable())
                {
                    for (var i = 0; i < {{StackPointers.Length}}; i++)
                        Raises(Stacks[(i * 19)..], 16, 0);
                }

                Raises(Backwards, 8, 0);
                Console.WriteLine("registers tried");
            }

            // All that keeps the kernel busy: exceptions, hypercalls, expiries of its timer, and instructions that hold interrupts back.
            static void TryFloods()
            {
                for (var i = 0; i < 20_000; i++)
                    Raises(Undefined, 2, 0);
                for (var i = 0; i < 20_000; i++)
                    Processor.Yield();

                // The next expiry is due before the handler of this one returns.
                PartitionTimer.StartEvery(TimeSpan.FromTicks(1), static () =>
                {
                    if (++s_expirations == 5_000)
                        PartitionTimer.Stop();
                });
                while (Volatile.Read(ref s_expirations) < 5_000)
                {
                }

                Raises(Shadows, 9, 2_000_000);
                Raises(LongShadows, 11, 2_000_000);
                Console.WriteLine("floods tried");
            }

            // Anything in the page that it shares with the kernel, and in the queues that it shares with the others.
            static void TryScribbling()
            {
                var ends = (Nanokernel.Abi.ChannelEnd*)(Nanokernel.Abi.VirtualMemoryMap.InformationPage + Nanokernel.Abi.InformationPage.ChannelEndsOffset);
                var control = (Nanokernel.Abi.ControlPage*)Nanokernel.Abi.VirtualMemoryMap.ControlPage;
                for (var i = 0; i < {{ScribbleCount}}; i++)
                {
                    var place = Random() >> 8;
                    var page = (uint*)((place & 3) switch
                    {
                        0 => EndOf(ends, {{ForgedCapacity}})->Address,
                        1 => EndOf(ends, {{SpoiltCapacity}})->Address,
                        _ => Nanokernel.Abi.VirtualMemoryMap.ControlPage,
                    });
                    page[(place >> 2) % ((place & 4) != 0 ? 1024u : 16)] = Random() % 3 == 0 ? Random() & 0xF : Random();
                    if (i % 256 == 0)
                        Processor.Yield();
                }

                control->PendingInterrupts = 0;
                control->ExceptionFlag = 1;
                control->VirtualInterruptFlag = 1;
                Console.WriteLine("scribbling done");
            }

            static Nanokernel.Abi.ChannelEnd* EndOf(Nanokernel.Abi.ChannelEnd* end, uint capacity)
            {
                while (end->Capacity != capacity)
                    end++;
                return end;
            }

            static uint Argument() => (Random() % 8) switch
            {
                0 => 0,
                1 => uint.MaxValue,
                2 => 0xC000_0000 + (Random() & 0xFF_FFFF),
                3 => 0x0040_0000 - (Random() & 0x3F),
                4 => Random() & 0x1F,
                5 => EdgeOfMemory() - 0x20 + (Random() % 0x40),
                _ => Random(),
            };

            static uint EdgeOfMemory() => (Random() % 4) switch
            {
                0 => Information->HeapStart,
                1 => Information->HeapEnd,
                2 => Information->StackBottom,
                _ => Information->StackTop,
            };

            static Nanokernel.Abi.InformationPage* Information => (Nanokernel.Abi.InformationPage*)Nanokernel.Abi.VirtualMemoryMap.InformationPage;

            static uint Random() => s_random = (s_random * 1664525) + 1013904223;

            // Code is constant, in read-only memory, from where the processor may fetch. The first argument is in ECX. A pointer with bit 1
            // set is no code address to the compiler but one of its fat function pointers: then the call starts behind the NOPs.
            static bool Raises(ReadOnlySpan<byte> code, int resume, uint argument)
            {
                var start = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(code));
                var before = s_exceptions;
                s_resume = (uint)(start + 2 + resume);
                ((delegate*<uint, uint>)(start + ((uint)start & 2)))(argument);
                return s_exceptions != before;
            }
        }

        struct HypercallArguments
        {
            public uint Number;
            public uint Low;
            public uint High;
        }
        """;

    private static (string Name, byte[] Code, int Resume) Plain(string name, params byte[] code) => (name, [.. code, 0xC3], code.Length);

    private static string Bytes(IEnumerable<byte> bytes) => string.Join(", ", bytes.Select(value => value.ToString(CultureInfo.InvariantCulture)));
}
