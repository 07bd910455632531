using System;
using System.Buffers.Binary;
using System.Threading;

namespace PciCard;

/// <summary>
/// Drives QEMU's edu device (docs/specs/edu.txt of QEMU): it interrupts with whatever number it is told to, and copies between memory and
/// a buffer of its own.
/// </summary>
[Partition]
internal static partial class Driver
{
    private const int Identification = 0x00;
    private const int LiveCheck = 0x04;
    private const int InterruptStatus = 0x24;
    private const int InterruptRaise = 0x60;
    private const int InterruptAcknowledge = 0x64;

    private const int DmaSource = 0x80;
    private const int DmaDestination = 0x88;
    private const int DmaCount = 0x90;
    private const int DmaCommand = 0x98;
    private const uint DmaStart = 1;
    private const uint DmaFromCard = 2;
    private const uint CardBuffer = 0x4_0000;

    private const int Interruptions = 1_000;
    private const int WordOffset = 64;

    private static DeviceMemory s_registers;
    private static InterruptLine s_line;
    private static uint s_sum;

    [DmaBuffer("transfer")]
    private static partial DmaBuffer Transfer { get; }

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

        // A word from memory to the card, and back to another place: the card's own doing, once it may master the bus.
        card.EnableBusMaster();
        BinaryPrimitives.WriteUInt32LittleEndian(Transfer.Span, 0xCAFE_F00D);
        Copy(Transfer.PhysicalAddress, CardBuffer, DmaStart);
        Copy(CardBuffer, Transfer.PhysicalAddress + WordOffset, DmaStart | DmaFromCard);
        Console.WriteLine($"by way of the card: 0x{BinaryPrimitives.ReadUInt32LittleEndian(Transfer.Span[WordOffset..]):X8}");

        // Where the card answers is the kernel's: the base address register cannot be written.
        var moved = card.Configuration.TryWriteUInt32(0x10, 0xC000_0000);
        Console.WriteLine($"moved to another address: {moved}");
    }

    private static void Copy(uint source, uint destination, uint command)
    {
        s_registers.WriteUInt32(DmaSource, source);
        s_registers.WriteUInt32(DmaDestination, destination);
        s_registers.WriteUInt32(DmaCount, sizeof(uint));
        s_registers.WriteUInt32(DmaCommand, command);
        while ((s_registers.ReadUInt32(DmaCommand) & DmaStart) != 0)
            Clock.Sleep(TimeSpan.FromMilliseconds(10));
    }

    private static void OnInterrupt()
    {
        var status = s_registers.ReadUInt32(InterruptStatus);
        s_registers.WriteUInt32(InterruptAcknowledge, status);
        s_sum += status;
        Interrupts.Complete(s_line);
    }
}
