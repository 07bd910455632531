using System.Diagnostics.CodeAnalysis;
using System.Runtime;

namespace System;

/// <summary>Ends the partition.</summary>
public static class Environment
{
    /// <summary>Gets the end of a line.</summary>
    public static string NewLine => "\n";

    /// <summary>Ends the partition.</summary>
    [DoesNotReturn]
    public static void Exit(int exitCode)
    {
        Nanokernel.Hypercalls.Exit(exitCode);
        while (true)
        {
        }
    }

    /// <summary>Stops the partition with a fault record that carries the message.</summary>
    [DoesNotReturn]
    public static void FailFast(string? message)
    {
        ExceptionExports.FailFast(message);
        while (true)
        {
        }
    }
}
