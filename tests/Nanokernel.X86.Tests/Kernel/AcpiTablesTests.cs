using System.Text;
using CsCheck;
using Nanokernel.Kernel;

namespace Nanokernel.X86.Tests.Kernel;

/// <summary>The kernel's reader of ACPI tables, from its own sources, over sound, damaged and hostile tables.</summary>
public sealed unsafe class AcpiTablesTests
{
    private const uint IoApicAddress = 0xFEC0_0000;

    [Fact]
    public void The_root_pointer_is_found_at_a_multiple_of_16_where_it_adds_up()
    {
        var area = new byte[1024];
        Root().CopyTo(area.AsSpan(8));                 // not at a multiple of 16
        Root().CopyTo(area.AsSpan(320));
        area[320 + 9]++;                               // does not add up
        Root().CopyTo(area.AsSpan(640));

        Assert.Equal(640u, FindRoot(area));
        Assert.Equal(AcpiTables.None, FindRoot(area.AsSpan(0, 640 + 35)));
    }

    [Fact]
    public void A_header_of_another_table_or_with_an_impossible_length_is_none()
    {
        var header = Table("APIC", new byte[8]);
        fixed (byte* bytes = header)
        {
            Assert.Equal(44u, AcpiTables.LengthOf(bytes, AcpiTables.ApicTable));
            Assert.Equal(AcpiTables.None, AcpiTables.LengthOf(bytes, AcpiTables.HpetTable));
            *(uint*)(bytes + 4) = AcpiTables.HeaderBytes - 1;
            Assert.Equal(AcpiTables.None, AcpiTables.LengthOf(bytes, AcpiTables.ApicTable));
            *(uint*)(bytes + 4) = AcpiTables.TableMaximum + 1;
            Assert.Equal(AcpiTables.None, AcpiTables.LengthOf(bytes, AcpiTables.ApicTable));
        }
    }

    [Fact]
    public void Lines_are_wired_by_their_numbers_unless_the_table_says_otherwise()
    {
        var description = Read(Apics(
            [1, 12, 0, 0, 0, 0, 0xC0, 0xFE, 0, 0, 0, 0],
            [1, 12, 1, 0, 0, 0x10, 0xC0, 0xFE, 24, 0, 0, 0],           // of inputs 24 on: not for the lines
            [2, 10, 0, 0, 2, 0, 0, 0, 0, 0],                           // line 0 at input 2
            [2, 10, 0, 9, 20, 0, 0, 0, 0xF, 0],                        // line 9 at input 20, active low
            [2, 10, 0, 11, 0, 0, 1, 0, 0, 0],                          // line 11 at an input beyond all
            [2, 10, 1, 5, 7, 0, 0, 0, 0, 0],                           // of another bus
            [2, 10, 0, 16, 7, 0, 0, 0, 0, 0]));                        // no line

        Assert.Equal(IoApicAddress, description.IoApicAddress);
        Assert.Equal(
            [2, 1, 2, 3, 4, 5, 6, 7, 8, 20 | ApicDescription.ActiveLow, 10, ApicDescription.InputMask, 12, 13, 14, 15],
            Enumerable.Range(0, 16).Select(line => *description.Input((uint)line)));
    }

    [Fact]
    public void A_table_without_the_first_IO_APIC_names_none() =>
        Assert.Equal(AcpiTables.None, Read(Apics([1, 12, 1, 0, 0, 0, 0xC0, 0xFE, 24, 0, 0, 0])).IoApicAddress);

    [Fact]
    public void An_entry_without_length_ends_the_reading() =>
        Assert.Equal(AcpiTables.None, Read(Apics([9, 0], [1, 12, 0, 0, 0, 0, 0xC0, 0xFE, 0, 0, 0, 0])).IoApicAddress);

    [Fact]
    public void The_HPET_is_where_its_table_says_if_it_is_in_memory_below_4_GiB()
    {
        byte[] content = [0, 0, 0, 0, 0, 64, 0, 0, 0, 0, 0xD0, 0xFE, 0, 0, 0, 0, 0, 0, 0, 0];

        Assert.Equal(0xFED0_0000u, HpetAddress(Table("HPET", content)));
        Assert.Equal(AcpiTables.None, HpetAddress(Table("HPET", content[..^1])));
        Assert.Equal(AcpiTables.None, HpetAddress(Table("HPET", [.. content[..4], 1, .. content[5..]])));
        Assert.Equal(AcpiTables.None, HpetAddress(Table("HPET", [.. content[..15], 1, .. content[16..]])));
    }

    [Fact]
    public void Whatever_a_table_holds_nothing_behind_its_end_is_read() =>
        Gen.Select(Gen.Byte.Array[0, 200], Gen.Byte[0, 3].Array[0, 200]).Sample((content, kinds) =>
        {
            // Most bytes are small, so that many of them look like entries.
            for (var i = 0; i < Math.Min(content.Length, kinds.Length); i++)
                content[i] = kinds[i] == 0 ? content[i] : (byte)(content[i] % 16);
            var table = Table("APIC", content);

            Assert.Equal(Everything(table, behind: 0x00), Everything(table, behind: 0xFF));
            Assert.Equal(Everything(table, behind: 0x01), Everything(table, behind: 0x0C));
        });

    private static string Everything(byte[] table, byte behind)
    {
        byte[] memory = [.. table, .. Enumerable.Repeat(behind, 64)];
        var description = Read(memory, table.Length);
        fixed (byte* bytes = memory)
        {
            return string.Join(
                ' ',
                Enumerable.Range(0, 16).Select(line => *description.Input((uint)line))
                    .Append(description.IoApicAddress)
                    .Append(AcpiTables.HpetAddress(bytes, (uint)table.Length))
                    .Append(AcpiTables.FindRootPointer(bytes, (uint)table.Length)));
        }
    }

    private static ApicDescription Read(byte[] table) => Read(table, table.Length);

    private static ApicDescription Read(byte[] memory, int length)
    {
        var description = default(ApicDescription);
        fixed (byte* bytes = memory)
            AcpiTables.ReadApics(bytes, (uint)length, &description);
        return description;
    }

    private static uint FindRoot(ReadOnlySpan<byte> area)
    {
        fixed (byte* bytes = area)
            return AcpiTables.FindRootPointer(bytes, (uint)area.Length);
    }

    private static uint HpetAddress(byte[] table)
    {
        fixed (byte* bytes = table)
            return AcpiTables.HpetAddress(bytes, (uint)table.Length);
    }

    private static byte[] Apics(params byte[][] entries) => Table("APIC", [0, 0, 0xE0, 0xFE, 1, 0, 0, 0, .. entries.SelectMany(entry => entry)]);

    /// <summary>A table that adds up.</summary>
    private static byte[] Table(string signature, byte[] content)
    {
        var table = new byte[AcpiTables.HeaderBytes + content.Length];
        Encoding.ASCII.GetBytes(signature, table);
        BitConverter.TryWriteBytes(table.AsSpan(4), (uint)table.Length);
        content.CopyTo(table, (int)AcpiTables.HeaderBytes);
        table[9] = (byte)-table.Aggregate(0, (sum, value) => sum + value);
        fixed (byte* bytes = table)
            Assert.True(AcpiTables.AddsUp(bytes, (uint)table.Length));
        return table;
    }

    private static byte[] Root()
    {
        var root = new byte[AcpiTables.RootPointerBytes];
        Encoding.ASCII.GetBytes("RSD PTR ", root);
        root[16] = 1;
        root[8] = (byte)-root.Take(20).Aggregate(0, (sum, value) => sum + value);
        return root;
    }
}
