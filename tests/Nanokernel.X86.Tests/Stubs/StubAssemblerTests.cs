using Iced.Intel;
using Nanokernel.X86.Stubs;
using Nanokernel.X86.Toolchain;
using Xunit;
using static Iced.Intel.AssemblerRegisters;

namespace Nanokernel.X86.Tests.Stubs;

public class StubAssemblerTests
{
    [Fact]
    public void A_call_to_an_external_symbol_becomes_a_relative_relocation()
    {
        var stubs = new StubAssembler("test");
        stubs.Global("start");
        stubs.Code.nop();                                // 90
        stubs.Code.call(stubs.External("target"));       // E8 rel32
        stubs.Code.ret();                                // C3

        var text = stubs.ToObjectFile().Sections.Single();

        Assert.Equal("90E800000000C3", Convert.ToHexString(text.Data));
        Assert.Equal((2u, RelocationKind.Relative32, "target", 0), Describe(text.Relocations.Single()));
    }

    [Fact]
    public void A_conditional_jump_to_an_external_symbol_is_always_the_long_form()
    {
        var stubs = new StubAssembler("test");
        stubs.Global("start");
        stubs.Code.jne(stubs.External("target"));        // 0F 85 rel32

        var text = stubs.ToObjectFile().Sections.Single();

        Assert.Equal("0F8500000000", Convert.ToHexString(text.Data));
        Assert.Equal((2u, RelocationKind.Relative32, "target", 0), Describe(text.Relocations.Single()));
    }

    [Fact]
    public void Displacements_and_immediates_become_absolute_relocations_with_their_addends()
    {
        var stubs = new StubAssembler("test");
        stubs.Global("start");
        stubs.Code.mov(eax, __dword_ptr[stubs.External("variable") + 4]);   // A1 disp32
        stubs.Code.mov(esp, stubs.External("stack"));                        // BC imm32
        stubs.Code.cmp(__dword_ptr[stubs.External("variable")], 5);          // 83 3D disp32 05
        stubs.Code.mov(__dword_ptr[stubs.External("variable")], 0x12345678); // C7 05 disp32 imm32

        var text = stubs.ToObjectFile().Sections.Single();

        Assert.Equal("A100000000BC00000000833D0000000005C7050000000078563412", Convert.ToHexString(text.Data));
        Assert.Equal(
            [
                (1u, RelocationKind.Absolute32, "variable", 4),
                (6u, RelocationKind.Absolute32, "stack", 0),
                (12u, RelocationKind.Absolute32, "variable", 0),
                (19u, RelocationKind.Absolute32, "variable", 0),
            ],
            text.Relocations.Select(Describe));
    }

    [Fact]
    public void A_global_covers_the_bytes_up_to_the_next_one()
    {
        var stubs = new StubAssembler("test");
        stubs.Global("first");
        stubs.Code.nop();
        stubs.Code.nop();
        stubs.Global("second");
        stubs.Code.ret();

        var symbols = stubs.ToObjectFile().Symbols;

        Assert.Equal([("first", 0u, 2u), ("second", 2u, 1u)], symbols.Select(symbol => (symbol.Name, symbol.Offset, symbol.Size)));
        Assert.All(symbols, symbol => Assert.True(symbol.IsFunction && symbol.IsGlobal && !symbol.IsUndefined));
    }

    [Fact]
    public void Data_refers_to_code_of_the_same_object_in_every_form()
    {
        var stubs = new StubAssembler("test");
        stubs.Global("handler");
        stubs.Code.iretd();
        stubs.Data(".idt", SectionKind.ReadOnlyData, 8).Global("gate")
            .Address("handler", kind: RelocationKind.Low16).Word16(0x0008).Word16(0x8E00)
            .Address("handler", kind: RelocationKind.High16);

        var file = stubs.ToObjectFile();
        var data = file.Sections.Single(section => section.Name == ".idt");

        Assert.Equal("00000800008E0000", Convert.ToHexString(data.Data));
        Assert.Equal(
            [(0u, RelocationKind.Low16, "handler", 0), (6u, RelocationKind.High16, "handler", 0)], data.Relocations.Select(Describe));
        Assert.DoesNotContain(file.Symbols, symbol => symbol.IsUndefined);
    }

    [Fact]
    public void Zero_fill_takes_room_in_memory_only()
    {
        var stubs = new StubAssembler("test");
        stubs.Data(".bss", SectionKind.ZeroFill, 16).Global("stack").Zeros(4096);

        var section = stubs.ToObjectFile().Sections.Single();

        Assert.Equal((4096u, 0), (section.Size, section.Data.Length));
    }

    [Fact]
    public void A_symbol_cannot_be_defined_twice()
    {
        var stubs = new StubAssembler("the stubs");
        stubs.Global("same");
        stubs.Code.ret();
        stubs.Global("same");
        stubs.Code.ret();

        var exception = Assert.Throws<InvalidOperationException>(() => stubs.ToObjectFile());

        Assert.Equal("'the stubs' defines 'same' twice.", exception.Message);
    }

    private static (uint Offset, RelocationKind Kind, string Symbol, int Addend) Describe(Relocation relocation) =>
        (relocation.Offset, relocation.Kind, relocation.Symbol.Name, relocation.Addend);
}
