namespace CyclicFrame;

/// <summary>Adds up a series for pi without a pause, in floating point, and says once what share of the processor it gets.</summary>
[Partition]
internal static partial class Payload
{
    private static readonly TimeSpan s_measured = TimeSpan.FromMilliseconds(400);

    private static void Main()
    {
        var (sum, sign, reported) = (0.0, 1.0, false);
        var start = Clock.Now;
        for (var denominator = 1.0; ; denominator += 2)
        {
            sum += sign / denominator;
            sign = -sign;
            if (!reported && Clock.Now - start >= s_measured)
            {
                reported = true;
                Console.WriteLine($"{Processor.Time.Ticks * 1000 / (Clock.Now - start).Ticks} of 1000 of the processor, pi is {sum * 4:F3}");
            }
        }
    }
}
