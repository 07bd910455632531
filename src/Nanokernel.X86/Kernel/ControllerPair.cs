// The pair of 8259A interrupt controllers.
namespace Nanokernel.Kernel;

/// <summary>Intel 8259A: names of words and bits are those of its data sheet.</summary>
internal static class ControllerPair
{
    private const uint MasterCommand = 0x20;
    private const uint MasterData = 0x21;
    private const uint SlaveCommand = 0xA0;
    private const uint SlaveData = 0xA1;

    // The edge/level control registers of the chip sets that have PCI (82371SB, 3.2.4): a set bit makes a line level-triggered.
    private const uint MasterTriggers = 0x4D0;
    private const uint SlaveTriggers = 0x4D1;

    private const uint Icw1 = 0x11;             // D4: ICW1; IC4: ICW4 follows; edge triggered, cascade
    private const uint Icw4 = 0x01;             // uPM: 8086 mode; normal end of interrupt
    private const uint Ocw2SpecificEoi = 0x60;  // SL and EOI, the level in bits 0-2

    /// <summary>Moves both controllers to vectors of ours (reset leaves the first on those of exceptions) and masks lines.</summary>
    public static void Initialize(uint masked)
    {
        Processor.Out8(MasterCommand, Icw1);
        Processor.Out8(SlaveCommand, Icw1);
        Processor.Out8(MasterData, InterruptController.FirstVector);        // ICW2
        Processor.Out8(SlaveData, InterruptController.FirstVector + 8);
        Processor.Out8(MasterData, 1u << InterruptController.CascadeLine);  // ICW3: a slave at this input
        Processor.Out8(SlaveData, InterruptController.CascadeLine);         // ICW3: the slave's identity
        Processor.Out8(MasterData, Icw4);
        Processor.Out8(SlaveData, Icw4);
        WriteMask(0, masked);
        WriteMask(8, masked);
    }

    /// <summary>Makes lines level-triggered, and all others edge-triggered.</summary>
    /// <returns>Whether they are so now: a machine without the registers makes none level-triggered.</returns>
    public static bool TrySetTriggers(uint levelLines)
    {
        Processor.Out8(MasterTriggers, levelLines & 0xFF);
        Processor.Out8(SlaveTriggers, levelLines >> 8);
        return levelLines == 0
            || (Processor.In8(MasterTriggers) | (Processor.In8(SlaveTriggers) << 8)) == levelLines
            || Boot.Refuse("its interrupt controllers cannot make the system's lines level-triggered (ports 0x4D0 and 0x4D1)"u8);
    }

    /// <summary>Writes OCW1 of the controller that has the line.</summary>
    public static void WriteMask(uint line, uint masked)
    {
        if (line < 8)
            Processor.Out8(MasterData, masked & 0xFF);
        else
            Processor.Out8(SlaveData, masked >> 8);
    }

    /// <summary>Ends exactly the interrupt of this line, the slave's before the master's.</summary>
    public static void EndOfInterrupt(uint line)
    {
        if (line >= 8)
        {
            Processor.Out8(SlaveCommand, Ocw2SpecificEoi | (line - 8));
            line = InterruptController.CascadeLine;
        }

        Processor.Out8(MasterCommand, Ocw2SpecificEoi | line);
    }
}
