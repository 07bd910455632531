using System.Security.Cryptography;
using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Nanokernel.X86.Emulation;
using Xunit;

namespace Nanokernel.Image.Tests.Samples;

/// <summary>The sample samples/SerialGateway on a real file, alone and beside partitions that attack it.</summary>
public class SerialGatewayTests
{
    private const int FileBytes = 1024 * 1024;
    private const int AttackedFileBytes = 256 * 1024;
    private const int BytesBeforeAttack = 100_000;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private static readonly SourceSystem Gateway = Compose("serial-gateway", SampleSource.Of("SerialGateway", "Progress"));

    private static readonly SourceSystem ForeignPort = Hostile("gateway-foreign-port", "IoPort.WriteByte(0x2F8, 0x55);");

    private static readonly SourceSystem ForeignMemory = Hostile("gateway-foreign-memory", "*(byte*)0xC0800000 = 0;");

    private static readonly SourceSystem KernelMemory = Hostile("gateway-kernel-memory", "*(uint*)0xC0200000 = 0;");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [CompilerModes]
    public async Task A_file_of_a_mebibyte_goes_in_at_COM2_and_comes_out_at_COM1_unchanged(CompilerMode mode)
    {
        await using var machine = await Gateway.StartAsync(mode, RealTime, Cancellation);
        var file = await PassFileAsync(machine, FileBytes);

        await machine.DebugConsole.WaitForLineAsync("[progress] progress: ", Limit, Cancellation);
        await machine.Serial(1).WriteAsync("q", Cancellation);
        Assert.Equal(0, await machine.WaitForExitAsync(Limit, Cancellation));
        Assert.Equal(file.Length, machine.Serial(1).Output.Length);
    }

    [Theory]
    [CompilerModes]
    public Task A_partition_that_writes_to_the_port_of_another_is_stopped_and_the_file_arrives(CompilerMode mode) =>
        SurviveAsync(ForeignPort, mode, "out to port 0x02F8, which belongs to partition 'line'");

    [Theory]
    [CompilerModes]
    public Task A_partition_that_writes_to_the_memory_of_another_is_stopped_and_the_file_arrives(CompilerMode mode) =>
        SurviveAsync(ForeignMemory, mode, "write to 0xC0800000, where nothing is mapped");

    [Theory]
    [CompilerModes]
    public Task A_partition_that_writes_to_the_memory_of_the_kernel_is_stopped_and_the_file_arrives(CompilerMode mode) =>
        SurviveAsync(KernelMemory, mode, "write to 0xC0200000, the kernel's memory");

    private static async Task SurviveAsync(SourceSystem system, CompilerMode mode, string cause)
    {
        await using var machine = await system.StartAsync(mode, RealTime, Cancellation);
        await PassFileAsync(machine, AttackedFileBytes);

        var record = await machine.DebugConsole.WaitForLineAsync("fault: partition 'progress' stopped by", Limit, Cancellation);
        Assert.Contains(cause, record, StringComparison.Ordinal);
        await machine.DebugConsole.WaitForLineAsync("Hostile.", Limit, Cancellation);
        await machine.Serial(1).WriteAsync("q", Cancellation);
        Assert.Equal(0, await machine.WaitForExitAsync(Limit, Cancellation));
    }

    // A real file: the back end that this test runs with. It has every byte value, and no structure that helps.
    private static async Task<byte[]> PassFileAsync(QemuMachine machine, int bytes)
    {
        var file = (await File.ReadAllBytesAsync(typeof(Iced.Intel.Decoder).Assembly.Location, Cancellation))[..bytes];

        // Whoever sends before somebody listens may lose a byte.
        await machine.DebugConsole.WaitForLineAsync("line: receives from COM2", Limit, Cancellation);
        var send = machine.Serial(2).Input.WriteAsync(file, Cancellation).AsTask();
        var received = await machine.Serial(1).Output.WaitForBytesAsync(file.Length, Limit, Cancellation);
        await send;
        Assert.Equal(Convert.ToHexString(SHA256.HashData(file)), Convert.ToHexString(SHA256.HashData(received)));
        return file;
    }

    private static QemuOptions RealTime(QemuOptions options) => options with { CountInstructions = false };

    private static SourceSystem Hostile(string name, string statement) => Compose(name,
    [
        $$"""
        namespace SerialGateway;

        [Partition]
        static unsafe partial class Hostile
        {
            [Receives("passed")]
            static partial Receiver<Passed> Passed { get; }

            static void Main()
            {
                // In the middle of the file.
                while (Passed.Receive(out var passed) && passed.Bytes < {{BytesBeforeAttack}})
                {
                }

                Attack();
            }

            [MethodImpl(MethodImplOptions.NoInlining)]
            static void Attack()
            {
                {{statement}}
            }
        }
        """,
        .. SampleSource.Of("SerialGateway", "Contracts"),
    ]);

    // As samples/SerialGateway/SerialGateway/Program.cs has it; the line is declared first, so its memory is at 4 MiB.
    private static SourceSystem Compose(string name, IReadOnlyList<string> progress) => new SourceSystem(name)
        .Partition("line", SampleSource.Of("SerialGateway", "Line"), partition => partition.WithMemory(1.MiB()).WithPriority(Priority.RealTime).OwnsDevice(Pc.Com2))
        .Partition("monitor", SampleSource.Of("SerialGateway", "Monitor"), partition => partition.WithMemory(1.MiB()).OwnsDevice(Pc.Com1).MayEndSystem())
        .Partition("progress", progress, partition => partition.WithMemory(1.MiB()).WithPriority(Priority.Background))
        .Queue("data", 64, from: "line", to: "monitor")
        .Queue("passed", 16, from: "monitor", to: "progress");
}
