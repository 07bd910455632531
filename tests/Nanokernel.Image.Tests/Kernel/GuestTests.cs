using System.Text;
using Iced.Intel;
using Nanokernel.Abi;
using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Nanokernel.Tests;
using Xunit;
using static Iced.Intel.AssemblerRegisters;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>Partitions of another language: executables made by hand, so that no compiler has to be installed.</summary>
public class GuestTests
{
    private const uint Constants = 0x40_1000;
    private const uint Data = 0x40_2000;

    // A partition in C# that shows that the others go on.
    private const string Neighbour = """
        [Partition]
        static partial class Neighbour
        {
            static void Main()
            {
                Clock.Sleep(TimeSpan.FromMilliseconds(20));
                Console.WriteLine("goes on");
            }
        }
        """;

    private static readonly SourceSystem Printing = new SourceSystem("guest-printing")
        .Partition("neighbour", Neighbour)
        .Executable("legacy", Write(Guest(code =>
        {
            Print(code, "a guest speaks\n");
            code.inc(__dword_ptr[Data]);
            code.cmp(__dword_ptr[Data], 42);
            Require(code, ConditionCode.e);
            code.cmp(__dword_ptr[Data + 0x1FFC], 0);
            Require(code, ConditionCode.e);
            code.mov(__dword_ptr[Data + 0x1FFC], 1);
            Exit(code, 0);
        })));

    [Theory]
    [CompilerModes]
    public async Task A_guest_prints_has_its_data_and_ends(CompilerMode mode) =>
        (await TestRun.OfAsync(Printing, mode)).ExitedWith(0).Printed("[legacy] a guest speaks").Printed("[neighbour] goes on");

    private static readonly SourceSystem Polling = new SourceSystem("guest-polling")
        .Executable("legacy", Write(Guest(code =>
        {
            // It lets interrupts in and has no entry for one.
            code.mov(__dword_ptr[VirtualMemoryMap.ControlPage], 1);
            code.rdtsc();
            code.mov(ecx, eax);
            code.add(ecx, 100_000);
            code.adc(edx, 0);
            Call(code, Hypercall.SetTimer);
            WaitForever(code);
            Print(code, "woken\n");
            code.bt(__dword_ptr[VirtualMemoryMap.ControlPage + 4], VirtualInterrupt.Timer);
            Require(code, ConditionCode.b);
            code.cmp(__dword_ptr[VirtualMemoryMap.ControlPage + 12], 0);
            Require(code, ConditionCode.e);
            Exit(code, 0);
        })));

    [Theory]
    [BackEnds]
    public async Task A_guest_without_an_upcall_is_never_interrupted_and_finds_what_is_pending(CompilerMode mode, BackEnd backEnd) =>
        (await TestRun.OfAsync(Polling.On(backEnd), mode)).ExitedWith(0).Printed("[legacy] woken");

    private static readonly SourceSystem Interrupted = new SourceSystem("guest-interrupted")
        .Partition("neighbour", Neighbour)
        .Executable("legacy", Write(Guest(
            code =>
            {
                code.mov(__dword_ptr[VirtualMemoryMap.ControlPage], 1);
                code.rdtsc();
                code.mov(ecx, eax);
                code.add(ecx, 100_000);
                code.adc(edx, 0);
                Call(code, Hypercall.SetTimer);
                var busy = code.CreateLabel();
                code.Label(ref busy);
                code.cmp(__dword_ptr[Data], 41);
                code.je(busy);
                Print(code, "an upcall came\n");
                Exit(code, 0);
            },
            code =>
            {
                // A handler that ends as the shipped one does, without its care for the next upcall.
                code.push(__dword_ptr[VirtualMemoryMap.ControlPage + 8]);
                code.pushfd();
                code.inc(__dword_ptr[Data]);
                code.mov(__dword_ptr[VirtualMemoryMap.ControlPage + 4], 0);
                code.popfd();
                code.ret();
            })));

    [Theory]
    [BackEnds]
    public async Task A_guest_with_an_upcall_is_interrupted_where_it_computes(CompilerMode mode, BackEnd backEnd) =>
        (await TestRun.OfAsync(Interrupted.On(backEnd), mode)).ExitedWith(0).Printed("[legacy] an upcall came").Printed("[neighbour] goes on");

    /// <summary>What a guest may not do, and what the fault record says of it.</summary>
    public static TheoryData<string, string> Crimes => new()
    {
        { "cli", "general protection" },
        { "out", "general protection" },
        { "write code", "page fault" },
        { "write constants", "page fault" },
        { "read kernel", "page fault" },
        { "read zero", "page fault" },
        { "write information", "page fault" },
    };

    private static readonly Dictionary<string, SourceSystem> CrimeSystems = Crimes.ToDictionary(
        crime => crime.Data.Item1,
        crime => new SourceSystem("guest-" + crime.Data.Item1.Replace(' ', '-'))
            .Partition("neighbour", Neighbour)
            .Executable("legacy", Write(Guest(code => Commit(code, crime.Data.Item1)))));

    [Theory]
    [MemberData(nameof(Crimes))]
    public async Task A_hostile_guest_is_stopped_with_a_record_that_names_its_function(string crime, string cause)
    {
        var run = await TestRun.OfAsync(CrimeSystems[crime], CompilerMode.Release);

        run.Printed("[neighbour] goes on");
        var record = string.Join('\n', run.RecordOf("legacy"));
        Assert.Contains(cause, record, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("_start + 0x", record, StringComparison.Ordinal);
    }

    private static void Commit(Assembler code, string crime)
    {
        switch (crime)
        {
            case "cli": code.nop(); code.cli(); break;
            case "out": code.mov(dx, 0x64); code.@out(dx, al); break;
            case "write code": code.mov(__dword_ptr[GuestElf.Base], 1); break;
            case "write constants": code.mov(__dword_ptr[Constants], 1); break;
            case "read kernel": code.mov(eax, __dword_ptr[VirtualMemoryMap.KernelBase + 0x10_0000]); break;
            case "read zero": code.mov(eax, __dword_ptr[4]); break;
            case "write information": code.mov(__dword_ptr[VirtualMemoryMap.InformationPage], 1); break;
            default: throw new ArgumentException($"No crime is called '{crime}'.", nameof(crime));
        }

        Exit(code, 0);
    }

    private static Func<string, string> Write(GuestElf elf) => folder => elf.WriteTo(folder, "legacy.elf");

    /// <summary>A guest with a page of constants, and two pages of data that begin with the number 41 and end with zeros.</summary>
    private static GuestElf Guest(Action<Assembler> start, Action<Assembler>? upcall = null)
    {
        var entry = GuestElf.Assemble(start, GuestElf.Base);
        var handler = upcall is null ? [] : GuestElf.Assemble(upcall, GuestElf.Base + (uint)entry.Length);
        var elf = new GuestElf().Load(GuestElf.Base, GuestElf.Execute, [.. entry, .. handler]).Function("_start", GuestElf.Base, (uint)entry.Length);
        if (upcall is not null)
            elf.Function("nk_upcall_entry", GuestElf.Base + (uint)entry.Length, (uint)handler.Length);
        return elf
            .Load(Constants, GuestElf.Read, [1, 2, 3, 4])
            .Load(Data, GuestElf.Write, [41, 0, 0, 0], 0x2000);
    }

    /// <summary>The text is put on the stack.</summary>
    private static void Print(Assembler code, string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text.PadRight((text.Length + 3) & ~3));
        for (var i = bytes.Length - 4; i >= 0; i -= 4)
            code.push(BitConverter.ToInt32(bytes, i));
        code.mov(ecx, esp);
        code.mov(edx, text.Length);
        Call(code, Hypercall.WriteConsole);
        code.add(esp, bytes.Length);
    }

    private static void WaitForever(Assembler code)
    {
        code.mov(ecx, -1);
        code.mov(edx, -1);
        Call(code, Hypercall.Wait);
    }

    private static void Exit(Assembler code, int exitCode)
    {
        code.mov(ecx, exitCode);
        Call(code, Hypercall.Exit);
    }

    private static void Call(Assembler code, uint number)
    {
        code.mov(eax, number);
        code.@int((sbyte)Hypercall.Vector);
    }

    /// <summary>Ends the guest with exit code 1 unless a condition holds.</summary>
    private static void Require(Assembler code, ConditionCode condition)
    {
        var holds = code.CreateLabel();
        if (condition == ConditionCode.e)
            code.je(holds);
        else
            code.jb(holds);
        Exit(code, 1);
        code.Label(ref holds);
    }
}
