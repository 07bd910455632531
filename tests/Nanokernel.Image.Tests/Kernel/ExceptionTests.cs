using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>Partitions that handle their own exceptions.</summary>
public class ExceptionTests
{
    private static readonly SourceSystem Handling = new SourceSystem("exceptions")
        .Partition("emulating", Source("Emulating", """
            Exceptions.Attach(OnException);
            s_x = 1.5;
            *(int*)0x10 = 5;
            Console.WriteLine($"page fault at {s_address:X}, code {s_errorCode}, x = {(int)(s_x * 2)}");
            Console.WriteLine($"divided: {Divide(10, 0)}");
            """), partition => partition.HandlesExceptions())
        .Partition("recursive", Source("Recursive", """
            Exceptions.Attach(static (ProcessorException exception, ref ExceptionFrame frame) => *(int*)0x20 = 1);
            *(int*)0x10 = 5;
            """), partition => partition.HandlesExceptions())
        .Partition("early", Source("Early", "*(int*)0x10 = 5;"), partition => partition.HandlesExceptions())
        .Partition("unasked", Source("Unasked", "Exceptions.Attach(OnException);"))
        .Partition("other", """
            [Partition]
            static partial class Other
            {
                static void Main() => Console.WriteLine("other: still here");
            }
            """, partition => partition.WithPriority(Priority.Background));

    private static readonly Dictionary<CompilerMode, Lazy<Task<TestRun>>> Runs = Enum.GetValues<CompilerMode>()
        .ToDictionary(mode => mode, mode => new Lazy<Task<TestRun>>(() => TestRun.OfAsync(Handling, mode)));

    [Theory]
    [CompilerModes]
    public async Task A_handler_learns_the_cause_and_the_partition_goes_on_with_its_registers(CompilerMode mode) =>
        (await Runs[mode].Value).Printed("[emulating] page fault at 10, code 6, x = 3").Printed("[emulating] divided: 7");

    [Theory]
    [CompilerModes]
    public async Task An_exception_in_the_handler_stops_the_partition(CompilerMode mode) =>
        (await Runs[mode].Value).Printed("fault: partition 'recursive' stopped by #PF (page fault): write to 0x00000020");

    [Theory]
    [CompilerModes]
    public async Task An_exception_before_there_is_a_handler_stops_the_partition(CompilerMode mode) =>
        (await Runs[mode].Value).Printed("fault: partition 'early' stopped by #PF (page fault): write to 0x00000010");

    [Theory]
    [CompilerModes]
    public async Task A_handler_that_the_system_does_not_grant_is_refused(CompilerMode mode) =>
        (await Runs[mode].Value).Printed("fault: partition 'unasked' stopped by an unhandled exception", "does not state HandlesExceptions()");

    [Theory]
    [CompilerModes]
    public async Task Partitions_that_handle_their_exceptions_disturb_nobody(CompilerMode mode) =>
        (await Runs[mode].Value).ExitedWith(101).Printed("other: still here");

    private static string Source(string type, string statements) => $$"""
        [Partition]
        static unsafe partial class {{type}}
        {
            static uint s_address;
            static uint s_errorCode;
            static double s_x;

            static void Main()
            {
                {{statements}}
            }

            // idiv ecx is F7 F9; mov dword [constant], constant is C7 05 and 8 bytes, or C7 and a register form of 6.
            static void OnException(ProcessorException exception, ref ExceptionFrame frame)
            {
                s_x += 0;
                if (exception.Vector == 0)
                {
                    frame.Eax = 7;
                    frame.Edx = 0;
                    frame.InstructionPointer += InstructionLength((byte*)frame.InstructionPointer);
                    return;
                }

                s_address = exception.DataAddress;
                s_errorCode = exception.ErrorCode;
                frame.InstructionPointer += InstructionLength((byte*)frame.InstructionPointer);
            }

            // Of the few forms that the compiler uses for the stores and the division above.
            static uint InstructionLength(byte* code)
            {
                var modRm = code[1];
                var length = 2u;
                if ((modRm & 7) == 4 && modRm < 0xC0)
                    length++;
                if ((modRm & 0xC7) == 5)
                    length += 4;
                else if (modRm >> 6 == 1)
                    length += 1;
                else if (modRm >> 6 == 2)
                    length += 4;
                return code[0] == 0xC7 ? length + 4 : length;
            }

            [MethodImpl(MethodImplOptions.NoInlining)]
            static int Divide(int dividend, int divisor) => dividend / divisor;
        }
        """;
}
