using System;

namespace Nanokernel;

/// <summary>The whole system.</summary>
public static class Machine
{
    /// <summary>Ends the system: every partition stops, and the image ends with an exit code.</summary>
    /// <param name="exitCode">0 to 127.</param>
    /// <exception cref="InvalidOperationException">
    /// The system does not grant this to the partition (<c>MayEndSystem()</c>), or the exit code is out of range. It ends the partition.
    /// </exception>
    public static void EndSystem(int exitCode)
    {
        Hypercalls.EndSystem(exitCode);
        throw new InvalidOperationException("The system does not grant MayEndSystem() to this partition, or the exit code is not 0 to 127.");
    }
}
