using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Nanokernel.X86.Emulation;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>Two PCI cards on one level-triggered line, as the firmware wires them: their one owner serves both.</summary>
public class SharedLineTests
{
    /// <summary>Slots whose first pins share an input of the interrupt router; the firmware gives it line 10, and these ports.</summary>
    private static readonly string[] Cards = ["ne2k_pci,addr=06", "ne2k_pci,addr=0a"];

    [Theory]
    [BackEnds]
    public async Task The_line_stays_asked_for_until_both_cards_are_calm(CompilerMode mode, BackEnd backEnd)
    {
        var run = await TestRun.OfAsync(Sharing.On(backEnd), mode, options => options with { Devices = Cards });
        run.ExitedWith(0)
            .Printed("one after the other: first 50, second 50")
            .Printed("both at once: first 100, second 100")
            .Printed("still asserted: handled again");
    }

    private static readonly SourceSystem Sharing = new SourceSystem("shared-line").Partition(
        "owner",
        """
        [Partition]
        static partial class Owner
        {
            const ushort First = 0xC000;
            const ushort Second = 0xC100;

            static int s_first;
            static int s_second;
            static int s_handled;
            static bool s_serveOne;

            static void Main()
            {
                Interrupts.Attach((InterruptLine)10, OnLine);
                Initialize(First);
                Initialize(Second);
                for (var i = 0; i < 50; i++)
                {
                    Raise(First);
                    Raise(Second);
                }

                Console.WriteLine($"one after the other: first {Volatile.Read(ref s_first)}, second {Volatile.Read(ref s_second)}");
                for (var i = 0; i < 50; i++)
                {
                    using (Interrupts.Disable())
                    {
                        Raise(First);
                        Raise(Second);
                    }
                }

                Console.WriteLine($"both at once: first {Volatile.Read(ref s_first)}, second {Volatile.Read(ref s_second)}");

                // A handler that serves one card only: the other still pulls the line.
                s_serveOne = true;
                var before = s_handled;
                using (Interrupts.Disable())
                {
                    Raise(First);
                    Raise(Second);
                }

                Console.WriteLine(Volatile.Read(ref s_handled) - before == 2 ? "still asserted: handled again" : "still asserted: lost");
            }

            static void OnLine()
            {
                s_handled++;
                if (Asks(First))
                {
                    Lower(First);
                    s_first++;
                }
                else if (s_serveOne && Asks(Second))
                {
                    Lower(Second);
                }

                if (!s_serveOne && Asks(Second))
                {
                    Lower(Second);
                    s_second++;
                }

                Interrupts.Complete((InterruptLine)10);
            }

            static void Initialize(ushort port)
            {
                IoPort.WriteByte(port, 0x21);
                IoPort.WriteByte((ushort)(port + 0x0F), 0x40);
            }

            static void Raise(ushort port) => IoPort.WriteByte(port, 0x0A);

            static bool Asks(ushort port) => (IoPort.ReadByte((ushort)(port + 0x07)) & 0x40) != 0;

            static void Lower(ushort port) => IoPort.WriteByte((ushort)(port + 0x07), 0x40);
        }
        """,
        partition => partition.OwnsPorts(0xC000, 0xC1FF).OwnsInterrupt(10, InterruptTrigger.Level));
}
