using Nanokernel.Testing;

namespace Nanokernel.Measurements;

/// <summary>The lengths of the kernel's most used paths, in instructions. README.md tells how each is measured.</summary>
public static class KernelPaths
{
    private const int Rounds = 200;

    public static async Task<IReadOnlyList<Metric>> MeasureAsync()
    {
        var calls = await Guest.RunAsync(Calls);
        var tracedCalls = await Guest.RunAsync(Calls.Variant("trace", system => system.WithTrace()));
        var interrupts = await Guest.RunAsync(Interrupt);
        var apic = await Guest.RunAsync(
            Interrupt.Variant("apic", system => system.UsesInterruptController(InterruptControllerKind.Apic)));
        var running = await Guest.RunAsync(Running);
        var switches = await Guest.RunAsync(Switch);
        return
        [
            Metric.Instructions("hypercall_null_instructions", Guest.Median(calls["null"])),
            Metric.Instructions("hypercall_null_max_instructions", calls["null"].Max()),
            Metric.Instructions("hypercall_yield_instructions", Guest.Median(calls["yield"])),
            Metric.Instructions("hypercall_yield_max_instructions", calls["yield"].Max()),
            Metric.Instructions("trace_event_instructions", Guest.Median(tracedCalls["yield"]) - Guest.Median(calls["yield"])),
            Metric.Instructions("partition_switch_instructions", Guest.Median(switches["switch"])),
            Metric.Instructions("partition_switch_max_instructions", switches["switch"].Max()),
            Metric.Instructions("irq_to_handler_running_instructions", Guest.Median(running["interrupt"])),
            Metric.Instructions("irq_to_handler_running_max_instructions", running["interrupt"].Max()),
            Metric.Instructions("irq_to_handler_preempting_instructions", Guest.Median(interrupts["interrupt"])),
            Metric.Instructions("irq_to_handler_preempting_max_instructions", interrupts["interrupt"].Max()),
            Metric.Instructions("irq_to_handler_preempting_apic_instructions", Guest.Median(apic["interrupt"])),
            Metric.Instructions("irq_to_handler_preempting_apic_max_instructions", apic["interrupt"].Max()),
        ];
    }

    // Between the readings: two moves, and int 0x40 in all runs but one. The difference is what the call costs, int and iret included. Null
    // is answered at the kernel's door; Yield, with nobody to yield to, goes through it: registers saved, a service called, the next
    // partition chosen, registers loaded.
    private static readonly SourceSystem Calls = new SourceSystem("bench-calls").Partition(
        "caller",
        $$"""
        [Partition]
        static partial class Caller
        {
            // rdtsc; mov ecx, eax; mov eax, number; [int 0x40]; rdtsc; sub eax, ecx; ret
            static ReadOnlySpan<byte> Empty => [0x0F, 0x31, 0x89, 0xC1, 0xB8, 0, 0, 0, 0, 0x0F, 0x31, 0x29, 0xC8, 0xC3];
            static ReadOnlySpan<byte> Null => [0x0F, 0x31, 0x89, 0xC1, 0xB8, 0, 0, 0, 0, 0xCD, 0x40, 0x0F, 0x31, 0x29, 0xC8, 0xC3];
            static ReadOnlySpan<byte> Yield => [0x0F, 0x31, 0x89, 0xC1, 0xB8, 1, 0, 0, 0, 0xCD, 0x40, 0x0F, 0x31, 0x29, 0xC8, 0xC3];

            static void Main()
            {
                for (var i = 0; i < {{Rounds}}; i++)
                {
                    Console.WriteLine($"null: {Counter.Run(Null) - Counter.Run(Empty)}");
                    Console.WriteLine($"yield: {Counter.Run(Yield) - Counter.Run(Empty)}");
                }
            }
        }

        {{Guest.Counter}}
        """);

    // The patient partition owns the UART's ports, the urgent one its line. The line rises in the instruction that enables the interrupt of
    // the empty transmitter, four instructions behind the reading; the urgent partition's handler begins with the other reading.
    private static readonly SourceSystem Interrupt = new SourceSystem("bench-interrupt")
        .Partition(
            "urgent",
            $$"""
            [Partition]
            static partial class Urgent
            {
                [Receives("raised")]
                static partial Receiver<uint> Raised { get; }

                static uint s_entered;

                static void Main()
                {
                    Interrupts.Attach(InterruptLine.Com2, OnLine);
                    for (var i = 0; i < {{Rounds}}; i++)
                    {
                        Processor.Wait();
                        var entered = s_entered;
                        Raised.Receive(out var raised);
                        Console.WriteLine($"interrupt: {entered - raised}");
                    }
                }

                static void OnLine() => s_entered = (uint)Clock.Timestamp;
            }

            {{Guest.Counter}}
            """,
            partition => partition.WithPriority(Priority.RealTime).OwnsInterrupt(3))
        .Partition(
            "patient",
            $$"""
            [Partition]
            static partial class Patient
            {
                [Sends("raised")]
                static partial Sender<uint> Raised { get; }

                // rdtsc; mov ecx, eax; mov edx, 0x2F9; mov al, 2; out dx, al; mov eax, ecx; ret
                static ReadOnlySpan<byte> Raise => [0x0F, 0x31, 0x89, 0xC1, 0xBA, 0xF9, 0x02, 0, 0, 0xB0, 0x02, 0xEE, 0x89, 0xC8, 0xC3];

                static void Main()
                {
                    for (var i = 0; i < {{Rounds}}; i++)
                    {
                        IoPort.WriteByte(0x2F9, 0);
                        Raised.Send(Counter.Run(Raise) + 4);
                    }
                }
            }

            {{Guest.Counter}}
            """,
            partition => partition.OwnsPorts(0x2F8, 0x2FF))
        .Queue("raised", 4, from: "patient", to: "urgent");

    // The same line and the same reading, but the partition that raises the line is its owner, and runs.
    private static readonly SourceSystem Running = new SourceSystem("bench-running").Partition(
        "owner",
        $$"""
        [Partition]
        static partial class Owner
        {
            static uint s_entered;

            // rdtsc; mov ecx, eax; mov edx, 0x2F9; mov al, 2; out dx, al; mov eax, ecx; ret
            static ReadOnlySpan<byte> Raise => [0x0F, 0x31, 0x89, 0xC1, 0xBA, 0xF9, 0x02, 0, 0, 0xB0, 0x02, 0xEE, 0x89, 0xC8, 0xC3];

            static void Main()
            {
                Interrupts.Attach(InterruptLine.Com2, static () => s_entered = (uint)Clock.Timestamp);
                for (var i = 0; i < {{Rounds}}; i++)
                {
                    IoPort.WriteByte(0x2F9, 0);
                    var raised = Counter.Run(Raise) + 4;
                    Console.WriteLine($"interrupt: {s_entered - raised}");
                }
            }
        }

        {{Guest.Counter}}
        """,
        partition => partition.OwnsDevice(Pc.Com2));

    // Two partitions of one priority that do nothing but yield to each other: there, three instructions, and back.
    private static readonly SourceSystem Switch = new SourceSystem("bench-switch")
        .Partition(
            "measuring",
            $$"""
            [Partition]
            static partial class Measuring
            {
                // rdtsc; mov ecx, eax; mov eax, 1; int 0x40; rdtsc; sub eax, ecx; ret
                static ReadOnlySpan<byte> Yield => [0x0F, 0x31, 0x89, 0xC1, 0xB8, 1, 0, 0, 0, 0xCD, 0x40, 0x0F, 0x31, 0x29, 0xC8, 0xC3];

                static void Main()
                {
                    Processor.Yield();
                    for (var i = 0; i < {{Rounds}}; i++)
                        Console.WriteLine($"switch: {(Counter.Run(Yield) - 6) / 2}");
                    Machine.EndSystem(0);
                }
            }

            {{Guest.Counter}}
            """,
            partition => partition.MayEndSystem())
        .Partition(
            "yielding",
            $$"""
            [Partition]
            static partial class Yielding
            {
                // mov eax, 1; int 0x40; jmp to the start
                static ReadOnlySpan<byte> Yield => [0xB8, 1, 0, 0, 0, 0xCD, 0x40, 0xEB, 0xF7];

                static void Main() => Counter.Run(Yield);
            }

            {{Guest.Counter}}
            """);
}
