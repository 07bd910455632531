using CsCheck;
using Nanokernel.Policy;

namespace Nanokernel.Core.Tests.Policy;

public sealed class PciTests
{
    // PCI Local Bus Specification 3.0, figure 6-1: the bytes of the header that an owner has no business in.
    private static readonly int[] KeptBytes = [0, 1, 2, 3, 8, 9, 10, 11, 14, 15, .. Enumerable.Range(0x10, 0x30)];

    [Fact]
    public void A_function_fits_where_every_number_that_counts_is_the_same() =>
        Gen.Select(Gen.UInt, Gen.UInt, Gen.UInt.Array[3]).Sample((id, classCode, masks) =>
        {
            var pattern = new PciPattern
            {
                Identification = id & masks[0], IdentificationMask = masks[0],
                Class = classCode & masks[1], ClassMask = masks[1],
                Location = 0x0001_2800 & masks[2], LocationMask = masks[2],
            };

            Assert.True(pattern.Matches(id, classCode, 0x0001_2800));
            for (var bit = 0; bit < 32; bit++)
            {
                Assert.Equal((masks[0] & (1u << bit)) == 0, pattern.Matches(id ^ (1u << bit), classCode, 0x0001_2800));
                Assert.Equal((masks[1] & (1u << bit)) == 0, pattern.Matches(id, classCode ^ (1u << bit), 0x0001_2800));
                Assert.Equal((masks[2] & (1u << bit)) == 0, pattern.Matches(id, classCode, 0x0001_2800 ^ (1u << bit)));
            }
        });

    /// <summary>A BAR is modelled as the hardware makes it: the bits of the address that it decodes can be written, the others are fixed.</summary>
    [Fact]
    public void The_size_of_a_BAR_is_what_its_hardware_decodes() =>
        Gen.Select(Gen.Int[4, 31], Gen.UInt[0, 7], Gen.Bool).Sample((bits, flags, isPorts) =>
        {
            var low = isPorts ? 1u : (flags << 1) & 0xE;
            var probed = (uint.MaxValue << bits) | low;

            Assert.Equal(1u << bits, PciBaseAddress.SizeOf(probed));
            Assert.Equal(isPorts, PciBaseAddress.IsPorts(probed));
            Assert.Equal(!isPorts && (flags & 3) == 2, PciBaseAddress.Is64Bit(probed));
            Assert.Equal(uint.MaxValue << bits, PciBaseAddress.AddressOf(probed));
        });

    [Theory]
    [InlineData(0x0000_FFE1u, 32u)]                 // ports, without an upper half
    [InlineData(0xFFFF_FFFDu, 4u)]                  // ports, the fewest
    [InlineData(0u, 0u)]                            // no BAR
    [InlineData(0x0000_0004u, 0u)]                  // 64 bits, all of whose address is in the upper half
    public void Unusual_BARs_are_measured(uint probed, uint size) => Assert.Equal(size, PciBaseAddress.SizeOf(probed));

    [Fact]
    public void An_access_is_one_two_or_four_bytes_at_their_multiple_within_the_space() =>
        Gen.Select(Gen.OneOf(Gen.UInt[0, 300], Gen.UInt), Gen.OneOf(Gen.UInt[0, 8], Gen.UInt)).Sample((register, bytes) => Assert.Equal(
            (bytes == 1 || bytes == 2 || bytes == 4) && register + (ulong)bytes <= 256 && register % bytes == 0,
            PciConfigurationRights.IsAccess(register, bytes)));

    /// <summary>Writes byte by byte into a model of the space: whatever passes has changed nothing that is the kernel's.</summary>
    [Fact]
    public void No_write_that_passes_changes_what_is_the_kernels() =>
        Gen.Select(Gen.Byte.Array[256], Gen.Bool, Gen.Bool, Gen.UInt[0x40, 0xFF], Gen.UInt[0, 80])
            .SelectMany(state => Gen.Select(Gen.UInt[0, 255], Gen.UInt[0, 2], Gen.UInt).Array[1, 20].Select(writes => (state, writes)))
            .Sample((state, writes) =>
            {
                var (space, usesInterrupt, isBusMaster, capability, length) = state;
                var rights = new PciConfigurationRights(usesInterrupt, isBusMaster);
                rights.Protect(capability & ~3u, length);
                var kept = KeptBytes.Concat(Enumerable.Range((int)(capability & ~3u), (int)length)).Where(offset => offset < 256).ToHashSet();
                var before = space.ToArray();
                foreach (var (place, width, value) in writes)
                {
                    var bytes = 1u << (int)width;
                    var register = place & ~(bytes - 1);
                    var current = BitConverter.ToUInt32(space, (int)(register & ~3u));
                    if (!rights.AllowsWrite(register, bytes, current, value))
                        continue;
                    for (var i = 0; i < bytes; i++)
                        space[register + i] = (byte)(value >> (i * 8));
                }

                Assert.All(kept, offset => Assert.Equal(before[offset], space[offset]));
                Assert.True(isBusMaster || ((before[4] ^ space[4]) & 0x14) == 0);
                Assert.True(usesInterrupt || ((before[5] ^ space[5]) & 0x04) == 0);
                Assert.Equal(before[4] & 0xE8, space[4] & 0xE8);
                Assert.Equal(before[5] & 0xFB, space[5] & 0xFB);
            });

    [Fact]
    public void Writing_back_what_was_read_passes_everywhere() =>
        Gen.Select(Gen.UInt, Gen.UInt[0, 63]).Sample((value, word) =>
        {
            var rights = new PciConfigurationRights(usesInterrupt: false, isBusMaster: false);
            rights.Protect(0x40, 256);

            Assert.True(rights.AllowsWrite(word * 4, 4, value, value));
            Assert.True(rights.AllowsWrite(word * 4 + 2, 2, value, value >> 16));
            Assert.True(rights.AllowsWrite(word * 4 + 3, 1, value, value >> 24));
        });

    [Fact]
    public void The_owner_may_drive_his_function()
    {
        var rights = new PciConfigurationRights(usesInterrupt: true, isBusMaster: true);

        Assert.True(rights.AllowsWrite(4, 2, 0x0000_0000, 0x0407));
        Assert.True(rights.AllowsWrite(6, 2, 0x2000_0007, 0x2000));
        Assert.True(rights.AllowsWrite(0x0C, 2, 0, 0x4010));
        Assert.True(rights.AllowsWrite(0x40, 4, 0, uint.MaxValue));
        Assert.False(rights.AllowsWrite(4, 2, 0, 0x0100));                  // SERR#: a parity error would stop the kernel
        Assert.False(rights.AllowsWrite(0x10, 4, 0xFEB0_0000, uint.MaxValue));
        Assert.False(rights.AllowsWrite(0x3C, 1, 11, 10));
    }

    [Theory]
    [InlineData(0x05, 24)]
    [InlineData(0x11, 12)]
    [InlineData(0x09, 4)]
    [InlineData(0x77, 256)]
    public void Capabilities_that_redirect_or_reset_are_the_kernels_whole_and_unknown_ones_to_the_end(uint identifier, uint bytes) =>
        Assert.Equal(bytes, PciConfigurationRights.ProtectedBytes(identifier));
}
