using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>
/// What the registers of x87 and SSE add to a switch by yield, in instructions: nothing where nobody uses them, the look at who owns them
/// where others do, and the exchange only where two partitions use them in turn.
/// </summary>
public class FloatingPointCostTests
{
    private const int Rounds = 500;

    // The look at the owner: compare, load, test, and the jumps between.
    private const int LookMaximum = 8;

    // #NM and its way through the kernel, FXSAVE, FXRSTOR.
    private const int ExchangeMaximum = 120;

    // The comparison in the loop of who declares a use and has none, with its jump.
    private const int LoopTest = 3;

    private const string Nothing = "";
    private const string Declared = "if (i < 0) Touch();";
    private const string Used = "Touch();";

    private static readonly SourceSystem Nobody = Pair("floating-point-cost-nobody", Nothing, Nothing);

    private static readonly SourceSystem Beside = Pair("floating-point-cost-beside", Nothing, Nothing).Partition(
        "third",
        """
        [Partition]
        static partial class Third
        {
            static void Main() => Console.WriteLine($"bits {BitConverter.DoubleToInt64Bits(new Random().Next() * 1.5)}");
        }

        sealed class Random
        {
            int _state = 17;

            public int Next() => _state = (_state * 1103515245) + 12345;
        }
        """,
        partition => partition.WithPriority(Priority.High));

    private static readonly SourceSystem One = Pair("floating-point-cost-one", Nothing, Used);

    private static readonly SourceSystem Unused = Pair("floating-point-cost-unused", Declared, Declared);

    private static readonly SourceSystem Two = Pair("floating-point-cost-two", Used, Used);

    [Theory]
    [CompilerModes]
    public async Task Switches_between_partitions_without_floating_point_cost_the_look_at_the_owner_at_most(CompilerMode mode)
    {
        var nobody = await SwitchAsync(Nobody, mode);
        Assert.InRange(await SwitchAsync(Beside, mode) - nobody, 0, LookMaximum);
    }

    [Theory]
    [CompilerModes]
    public async Task One_user_is_never_exchanged(CompilerMode mode)
    {
        // Setting CR0.TS takes six instructions with the call, clearing it four.
        var nobody = await SwitchAsync(Nobody, mode);
        Assert.InRange(await SwitchAsync(One, mode) - nobody, 0, LookMaximum + 8);
    }

    [Theory]
    [CompilerModes]
    public async Task Two_users_pay_for_an_exchange_only_if_they_use_the_registers(CompilerMode mode)
    {
        var nobody = await SwitchAsync(Nobody, mode);
        Assert.InRange(await SwitchAsync(Unused, mode) - nobody, 0, LookMaximum + LoopTest);
        Assert.InRange(await SwitchAsync(Two, mode) - nobody, LookMaximum, ExchangeMaximum);
    }

    private static async Task<long> SwitchAsync(SourceSystem system, CompilerMode mode) =>
        (await TestRun.OfAsync(system, mode)).ExitedWith(0).Number("[first] switch: ");

    private static SourceSystem Pair(string name, string first, string second) =>
        new SourceSystem(name).Partition("first", Half("First", first, isFirst: true)).Partition("second", Half("Second", second, isFirst: false));

    // The time between two readings, less what the loop itself takes without the call, for two switches. No text is composed before: that
    // might take XMM registers.
    private static string Half(string type, string statement, bool isFirst) => $$"""
        [Partition]
        static partial class {{type}}
        {
            static double s_value = 1;
            static int s_sink;

            static void Main()
            {
                for (var i = 0; i < 4; i++)
                    Processor.Yield();
                var start = Clock.Now;
                for (var i = 0; i < {{Rounds}}; i++)
                {
                    {{statement}}
                    Processor.Yield();
                }

                {{(isFirst ? "Print((int)((Clock.Now - start).Ticks * 100 / " + 2 * Rounds + "));" : "")}}
            }

            {{(statement.Length == 0 ? "" : "[MethodImpl(MethodImplOptions.NoInlining)] static void Touch() => s_value *= 1.0000001;")}}

            static void Print(int value)
            {
                Console.Write("switch: ");
                Console.WriteLine(value);
            }
        }
        """;
}
