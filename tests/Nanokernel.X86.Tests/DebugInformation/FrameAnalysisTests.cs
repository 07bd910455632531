using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests.DebugInformation;

/// <summary>Where the caller's frame is, instruction by instruction.</summary>
public class FrameAnalysisTests
{
    [Fact]
    public void A_callee_takes_its_arguments_off_the_stack() => Check(
        """
        400000 esp+4 eip-4
        400001 esp+8 eip-4
        400003 esp+12 eip-4
        400008 esp+4 eip-4
        """,
        [
            0x52,                           // 400000 push edx
            0x6A, 0x05,                     // 400001 push 5
            0xE8, 0x01, 0x00, 0x00, 0x00,   // 400003 call 400009
            0xC3,                           // 400008 ret
            0xC2, 0x08, 0x00,               // 400009 ret 8
        ],
        (0, "caller"), (9, "callee"));

    [Fact]
    public void A_callee_that_jumps_on_takes_what_the_last_one_takes() => Check(
        """
        400000 esp+4 eip-4
        400002 esp+8 eip-4
        400007 esp+4 eip-4
        """,
        [
            0x6A, 0x05,                     // 400000 push 5
            0xE8, 0x01, 0x00, 0x00, 0x00,   // 400002 call 400008
            0xC3,                           // 400007 ret
            0xEB, 0x00,                     // 400008 jmp 40000A
            0xC2, 0x04, 0x00,               // 40000A ret 4
        ],
        (0, "caller"), (8, "thunk"), (10, "callee"));

    [Fact]
    public void A_call_by_pointer_takes_all_that_was_pushed_in_the_body() => Check(
        """
        400000 esp+4 eip-4
        400001 esp+8 esi-8 eip-4
        400005 esp+12 esi-8 eip-4
        400007 esp+8 esi-8 eip-4
        400008 esp+4 eip-4
        """,
        [
            0x56,                           // 400000 push esi
            0x8B, 0xF1,                     // 400001 mov esi,ecx
            0x6A, 0x05,                     // 400003 push 5
            0xFF, 0xD0,                     // 400005 call eax
            0x5E,                           // 400007 pop esi
            0xC3,                           // 400008 ret
        ],
        (0, "caller"));

    [Fact]
    public void An_end_in_the_middle_does_not_change_what_follows() => Check(
        """
        400000 esp+4 eip-4
        400001 esp+8 ebx-8 eip-4
        400006 esp+4 eip-4
        400007 esp+8 ebx-8 eip-4
        40000A esp+4 eip-4
        """,
        [
            0x53,                           // 400000 push ebx
            0x85, 0xC9,                     // 400001 test ecx,ecx
            0x75, 0x02,                     // 400003 jne 400007
            0x5B,                           // 400005 pop ebx
            0xC3,                           // 400006 ret
            0x8B, 0xD9,                     // 400007 mov ebx,ecx
            0x5B,                           // 400009 pop ebx
            0xC3,                           // 40000A ret
        ],
        (0, "two_ends"));

    [Fact]
    public void What_a_jump_by_table_reaches_has_the_frame_of_the_jump() => Check(
        """
        400000 esp+4 eip-4
        400001 esp+8 edi-8 eip-4
        400009 esp+4 eip-4
        40000A esp+8 edi-8 eip-4
        40000B esp+4 eip-4
        """,
        [
            0x57,                                       // 400000 push edi
            0xFF, 0x24, 0x85, 0x00, 0x10, 0x40, 0x00,   // 400001 jmp [401000+eax*4]
            0x5F,                                       // 400008 pop edi
            0xC3,                                       // 400009 ret
            0x5F,                                       // 40000A pop edi
            0xC3,                                       // 40000B ret
        ],
        (0, "table"));

    [Fact]
    public void An_upcall_goes_on_where_it_interrupted() => Check(
        """
        400000 esp+0
        400006 esp+4 eip-4
        400007 esp+8 eip-4
        400008 esp+40 eax-12 ecx-16 edx-20 ebx-24 ebp-32 esi-36 edi-40 eip-4
        40000A ebp+40 eax-12 ecx-16 edx-20 ebx-24 ebp-32 esi-36 edi-40 eip-4
        400012 esp+40 eax-12 ecx-16 edx-20 ebx-24 ebp-32 esi-36 edi-40 eip-4
        400013 esp+8 eip-4
        400014 esp+4 eip-4
        """,
        [
            0xFF, 0x35, 0x08, 0x00, 0x00, 0xB0,         // 400000 push dword [B0000008]
            0x9C,                                       // 400006 pushfd
            0x60,                                       // 400007 pushad
            0x8B, 0xEC,                                 // 400008 mov ebp,esp
            0x81, 0xEC, 0x00, 0x02, 0x00, 0x00,         // 40000A sub esp,512
            0x8B, 0xE5,                                 // 400010 mov esp,ebp
            0x61,                                       // 400012 popad
            0x9D,                                       // 400013 popfd
            0xC3,                                       // 400014 ret
        ],
        FrameEntry.Interrupted,
        (0, "upcall"));

    [Fact]
    public void An_entry_of_the_kernel_finds_the_partition_where_the_processor_put_it() => Check(
        """
        400000 context esp-8 eip-20
        400001 context eax-32 ecx-36 edx-40 ebx-44 esp-8 ebp-52 esi-56 edi-60 eip-20
        """,
        [
            0x60,                                       // 400000 pushad
            0xBC, 0x00, 0x10, 0x10, 0xC0,               // 400001 mov esp,C0101000
            0xEB, 0x00,                                 // 400006 jmp 400008
        ],
        FrameEntry.KernelEntry,
        (0, "entry"));

    private static void Check(string expected, byte[] code, params (uint, string)[] functions) => Check(expected, code, FrameEntry.Called, functions);

    private static void Check(string expected, byte[] code, FrameEntry entry, params (uint, string)[] functions)
    {
        var all = DebugFunction.Of(DebugSample.Image(functions, [], code));
        var rows = new FrameAnalysis(all).Analyze(all[0], entry);
        Tests.Check.Same(expected, string.Join('\n', rows.Select(row => $"{row.Address:X6} {Describe(row.State)}")));
    }

    private static string Describe(FrameState state)
    {
        string[] names = ["eax", "ecx", "edx", "ebx", "esp", "ebp", "esi", "edi", "eip"];
        var frame = state.AddressRegister is { } register ? $"{register.ToString().ToLowerInvariant()}+{state.Distance}" : "context";
        return string.Join(' ', names.Select((name, i) => state.SavedAt(i) is { } at ? $"{name}{at}" : null).Prepend(frame).OfType<string>());
    }
}
