namespace Nanokernel.X86.Tests;

/// <summary>Runs a system's program. It writes to the one console of the process, so its tests run alone.</summary>
internal static class CommandLineRun
{
    public static (int ExitCode, string Output, string Errors) Of(SystemBuilder system, params string[] arguments)
    {
        var (output, errors) = (Console.Out, Console.Error);
        using var capturedOutput = new StringWriter();
        using var capturedErrors = new StringWriter();
        try
        {
            Console.SetOut(capturedOutput);
            Console.SetError(capturedErrors);
            return (system.Run(arguments), capturedOutput.ToString(), capturedErrors.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(errors);
        }
    }
}
