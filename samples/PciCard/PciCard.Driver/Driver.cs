namespace PciCard;

/// <summary>
/// Drives QEMU's edu device (docs/specs/edu.txt of QEMU): it computes factorials, and interrupts with whatever number it is told to.
/// </summary>
[Partition]
internal static partial class Driver
{
    private const int Identification = 0x00;
    private const int LiveCheck = 0x04;
    private const int InterruptStatus = 0x24;
    private const int InterruptRaise = 0x60;
    private const int InterruptAcknowledge = 0x64;

    private const int Interruptions = 1_000;

    private static DeviceMemory s_registers;
    private static InterruptLine s_line;
    private static uint s_sum;

    private static void Main()
    {
        var card = PciFunction.Find("card");
        s_registers = card.GetMemory(bar: 0);
        s_line = card.InterruptLine;
        Console.WriteLine(
            $"card {card.VendorId:X4}:{card.DeviceId:X4} at {card.Bus:X2}:{card.Device:X2}.{card.Function}, IRQ {(int)s_line}, "
            + $"version 0x{s_registers.ReadUInt32(Identification):X8}, command register 0x{card.Configuration.ReadUInt16(0x04):X4}");

        s_registers.WriteUInt32(LiveCheck, 0x1234_5678);
        Console.WriteLine($"live: 0x12345678 inverted is 0x{s_registers.ReadUInt32(LiveCheck):X8}");

        Interrupts.Attach(s_line, OnInterrupt);
        for (var number = 1u; number <= Interruptions; number++)
            s_registers.WriteUInt32(InterruptRaise, number);
        Console.WriteLine($"{Interruptions} interrupts, their numbers add up to {Volatile.Read(ref s_sum)}");

        // Where the card answers is the kernel's: the base address register cannot be written.
        var moved = card.Configuration.TryWriteUInt32(0x10, 0xC000_0000);
        Console.WriteLine($"moved to another address: {moved}");
    }

    private static void OnInterrupt()
    {
        var status = s_registers.ReadUInt32(InterruptStatus);
        s_registers.WriteUInt32(InterruptAcknowledge, status);
        s_sum += status;
        Interrupts.Complete(s_line);
    }
}
