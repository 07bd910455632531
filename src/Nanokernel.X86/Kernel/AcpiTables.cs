// What the firmware's tables say (ACPI specification 6.4, chapter 5). No length and no address in them is believed.
using System.Runtime.CompilerServices;

namespace Nanokernel.Kernel;

/// <summary>Reads ACPI tables in memory. Needs nothing of the kernel: the host's tests read hostile tables with these same lines.</summary>
internal static unsafe class AcpiTables
{
    /// <summary>The answer where there is none.</summary>
    public const uint None = uint.MaxValue;

    /// <summary>The bytes of the header that every table but the root pointer starts with.</summary>
    public const uint HeaderBytes = 36;

    /// <summary>The longest table that is read; more is damage.</summary>
    public const uint TableMaximum = 0x1_0000;

    /// <summary>The bytes of the root pointer, as far as it is read.</summary>
    public const uint RootPointerBytes = 36;

    /// <summary>The signatures: four letters in memory order.</summary>
    public const uint RootTable = 0x5444_5352;          // RSDT
    public const uint ExtendedRootTable = 0x5444_5358;  // XSDT
    public const uint ApicTable = 0x4349_5041;          // APIC
    public const uint HpetTable = 0x5445_5048;          // HPET

    private const uint RootSignatureLow = 0x2044_5352;  // "RSD "
    private const uint RootSignatureHigh = 0x2052_5450; // "PTR "
    private const uint RootAlignment = 16;
    private const uint RootSummedBytes = 20;

    private const uint ApicEntries = 44;
    private const uint HpetBytes = 56;

    /// <summary>Looks for the root pointer, which begins at a multiple of 16 and whose first 20 bytes add up to 0.</summary>
    /// <param name="area">Where to look.</param>
    /// <param name="bytes">How far.</param>
    /// <returns>Its offset, with <see cref="RootPointerBytes"/> behind it in the area, or <see cref="None"/>.</returns>
    public static uint FindRootPointer(byte* area, uint bytes)
    {
        for (var offset = 0u; offset + RootPointerBytes <= bytes; offset += RootAlignment)
        {
            var words = (uint*)(area + offset);
            if (words[0] == RootSignatureLow && words[1] == RootSignatureHigh && AddsUp(area + offset, RootSummedBytes))
                return offset;
        }

        return None;
    }

    /// <summary>The bytes of a table by its header, or <see cref="None"/> where it is not the one that was looked for.</summary>
    /// <param name="header">At least 8 bytes.</param>
    /// <param name="signature">The one that was looked for.</param>
    public static uint LengthOf(byte* header, uint signature)
    {
        var length = ((uint*)header)[1];
        return *(uint*)header == signature && length >= HeaderBytes && length <= TableMaximum ? length : None;
    }

    /// <summary>Whether bytes add up to 0, as those of every table do.</summary>
    public static bool AddsUp(byte* bytes, uint count)
    {
        var sum = 0u;
        for (var i = 0u; i < count; i++)
            sum += bytes[i];
        return (sum & 0xFF) == 0;
    }

    /// <summary>Reads the multiple APIC description table (5.2.12).</summary>
    /// <param name="table">A table that adds up.</param>
    /// <param name="bytes">Its length.</param>
    /// <param name="description">Takes what it says.</param>
    public static void ReadApics(byte* table, uint bytes, ApicDescription* description)
    {
        description->IoApicAddress = None;
        for (var line = 0u; line < ApicDescription.LineCount; line++)
            *description->Input(line) = line;

        var offset = ApicEntries;
        while (offset + 2 <= bytes)
        {
            var entry = table + offset;
            var length = (uint)entry[1];
            if (length < 2 || length > bytes - offset)
                return;
            if (entry[0] == 1 && length >= 12)
                ReadIoApic(entry, description);
            else if (entry[0] == 2 && length >= 10)
                ReadOverride(entry, description);
            offset += length;
        }
    }

    /// <summary>The address of the registers that the HPET description table names (IA-PC HPET 1.0a, 3.2.4), or <see cref="None"/>.</summary>
    /// <param name="table">A table that adds up.</param>
    /// <param name="bytes">Its length.</param>
    public static uint HpetAddress(byte* table, uint bytes)
    {
        // A generic address: 0 is memory; the address is 64 bits wide.
        if (bytes < HpetBytes || table[40] != 0 || *(uint*)(table + 48) != 0)
            return None;
        return *(uint*)(table + 44);
    }

    /// <summary>5.2.12.3. Only the I/O APIC of the first inputs has the lines of the 8259.</summary>
    private static void ReadIoApic(byte* entry, ApicDescription* description)
    {
        if (*(uint*)(entry + 8) == 0)
            description->IoApicAddress = *(uint*)(entry + 4);
    }

    /// <summary>5.2.12.5: a line of the ISA bus (0) that is wired otherwise than by its number.</summary>
    private static void ReadOverride(byte* entry, ApicDescription* description)
    {
        if (entry[2] != 0 || entry[3] >= ApicDescription.LineCount)
            return;
        var input = *(uint*)(entry + 4);
        var isActiveLow = (entry[8] & 3) == 3;
        *description->Input(entry[3]) = (input < ApicDescription.InputMask ? input : ApicDescription.InputMask)
            | (isActiveLow ? ApicDescription.ActiveLow : 0);
    }
}

/// <summary>How the lines of the ISA bus reach the first I/O APIC.</summary>
internal unsafe struct ApicDescription
{
    /// <summary>The number of lines.</summary>
    public const uint LineCount = 16;

    /// <summary>In a word of <see cref="Input"/>: the input; all ones where it is none.</summary>
    public const uint InputMask = 0xFF;

    /// <summary>In a word of <see cref="Input"/>: the device pulls the line down to ask.</summary>
    public const uint ActiveLow = 0x100;

    /// <summary>The physical address of the I/O APIC, or <see cref="AcpiTables.None"/>.</summary>
    public uint IoApicAddress;

    private InputTable _inputs;

    /// <summary>The input that a line is wired to, and how.</summary>
    public uint* Input(uint line) => (uint*)Unsafe.AsPointer(ref _inputs) + line;

    [InlineArray((int)LineCount)]
    private struct InputTable
    {
        private uint _first;
    }
}
