namespace SerialGateway;

/// <summary>Runs when the others wait: looks for primes, and reports every 64 KiB how far the gateway is.</summary>
[Partition]
internal static partial class Progress
{
    private const uint ReportEvery = 64 * 1024;

    [Receives("passed")]
    private static partial Receiver<Passed> Passed { get; }

    private static void Main()
    {
        var nextReport = ReportEvery;
        var primes = 0u;
        for (var candidate = 2u; ; candidate++)
        {
            if (IsPrime(candidate))
                primes++;

            while (Passed.TryReceive(out var passed))
            {
                if (passed.Bytes < nextReport)
                    continue;
                nextReport = passed.Bytes / ReportEvery * ReportEvery + ReportEvery;
                Console.WriteLine($"progress: {passed.Bytes / 1024} KiB passed, {primes} primes found meanwhile");
            }
        }
    }

    private static bool IsPrime(uint candidate)
    {
        for (var divisor = 2u; divisor * divisor <= candidate; divisor++)
        {
            if (candidate % divisor == 0)
                return false;
        }

        return true;
    }
}
