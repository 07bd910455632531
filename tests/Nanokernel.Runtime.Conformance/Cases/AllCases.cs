namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary>Everything that is computed here on the host and in a partition. Each case prints lines <c>name=value</c>.</summary>
public static class AllCases
{
    /// <summary>Computes all cases.</summary>
    public static void Run()
    {
        Arithmetic.Run();
        FloatingPoint.Run();
        Objects.Run();
        Arrays.Run();
        Interfaces.Run();
        Casts.Run();
        Delegates.Run();
        StaticState.Run();
        Language.Run();
        ValueTypes.Run();
        UnsafeCode.Run();
        Strings.Run();
        Formatting.Run();
        Parsing.Run();
        Spans.Run();
        Library.Run();
        Atomics.Run();
        Members.Run();
        Times.Run();
        Overloads.Run();
        Overrides.Run();
        Contracts.Run();
        Console.WriteLine("end of cases");
    }
}
