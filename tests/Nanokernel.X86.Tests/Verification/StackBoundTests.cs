using System.Buffers.Binary;
using System.Globalization;
using Nanokernel.X86.Tests.DebugInformation;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests.Verification;

public class StackBoundTests
{
    [Theory]
    [InlineData("55 56 83 EC 20 C3", 40u)]                                      // push ebp; push esi; sub esp, 32
    [InlineData("81 EC 34 12 00 00 C3", 0x1234u)]                               // sub esp, 0x1234
    [InlineData("8D 84 24 00 B0 FF FF call:start 8B E0 C3", 0x5000u)]           // lea eax, [esp-0x5000]; call; mov esp, eax
    [InlineData("53 call:start 83 EC 10 C3", 4u)]                               // what is behind a call is for arguments
    [InlineData("C3", 0u)]
    public void A_frame_is_what_is_pushed_and_set_aside_first(string code, uint bytes) => Assert.Equal(bytes, BoundOf(("start", code)).Bytes);

    [Fact]
    public void The_deepest_chain_counts_with_its_return_addresses()
    {
        var (bytes, functions) = BoundOf(
            ("start", "53 call:shallow call:middle C3"), ("shallow", "83 EC 10 C3"), ("middle", "56 call:deep C3"), ("deep", "83 EC 40 C3"));

        Assert.Equal(4u + 4 + 4 + 4 + 0x40, bytes);
        Assert.Equal(["start", "middle", "deep"], functions);
    }

    [Fact]
    public void A_jump_to_another_function_leaves_the_frame_first() =>
        Assert.Equal(0x40u, BoundOf(("start", "83 EC 10 83 C4 10 jmp:other"), ("other", "83 EC 40 C3")).Bytes);

    [Fact]
    public void Recursion_counts_once()
    {
        var (bytes, functions) = BoundOf(("start", "53 call:other C3"), ("other", "56 call:start C3"));

        Assert.Equal(12u, bytes);
        Assert.Equal(["start", "other"], functions);
    }

    [Fact]
    public void Where_no_function_begins_nothing_is_taken() => Assert.Equal(0u, new StackBound(DebugSample.WithFrame).From(0).Bytes);

    /// <summary>Functions of hexadecimal bytes, and of branches to the names of others.</summary>
    private static (uint Bytes, IReadOnlyList<string> Functions) BoundOf(params (string Name, string Code)[] functions)
    {
        var code = new List<byte>();
        var offsets = new Dictionary<string, uint>();
        var branches = new List<(int Place, string Target)>();
        foreach (var (name, text) in functions)
        {
            offsets.Add(name, (uint)code.Count);
            foreach (var token in text.Split(' '))
            {
                if (token.Split(':') is [var kind, var target])
                {
                    code.AddRange([kind == "call" ? (byte)0xE8 : (byte)0xE9, 0, 0, 0, 0]);
                    branches.Add((code.Count - 4, target));
                }
                else
                {
                    code.Add(byte.Parse(token, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                }
            }
        }

        var bytes = code.ToArray();
        foreach (var (place, target) in branches)
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(place), (int)offsets[target] - (place + 4));
        return new StackBound(DebugSample.Image([.. offsets.Select(function => (function.Value, function.Key))], [], bytes)).From(DebugSample.Address);
    }
}
