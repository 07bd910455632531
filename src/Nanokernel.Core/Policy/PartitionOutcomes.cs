// Which partitions still live, how the others ended, and what that makes of the system.
namespace Nanokernel.Policy;

/// <summary>The book of partitions that have ended or were stopped, from which the system's exit code follows.</summary>
internal struct PartitionOutcomes
{
    /// <summary>The exit code of a system that a partition's fault has marked.</summary>
    public const int FaultExitCode = 101;

    /// <summary>The exit code after a fault of the kernel itself.</summary>
    public const int KernelPanicExitCode = 102;

    /// <summary>The exit code of a machine that the system does not fit.</summary>
    public const int MachineRefusedExitCode = 103;

    /// <summary>The largest exit code that reaches the outside: the exit device carries 7 bits.</summary>
    public const uint ExitCodeMaximum = 127;

    private uint _alive;
    private uint _faulted;
    private uint _exitCode;

    /// <summary>Starts with all partitions alive.</summary>
    /// <param name="count">The number of partitions, 1 to 32.</param>
    public PartitionOutcomes(int count)
    {
        _alive = uint.MaxValue >> (32 - count);
        _faulted = 0;
        _exitCode = 0;
    }

    /// <summary>Whether the system has come to its end.</summary>
    public readonly bool AllEnded => _alive == 0;

    /// <summary>101 when a partition has faulted, otherwise the first exit code of a partition that was not 0, otherwise 0.</summary>
    public readonly int SystemExitCode => _faulted != 0 ? FaultExitCode : (int)_exitCode;

    /// <summary>Whether a partition has neither ended nor been stopped.</summary>
    public readonly bool IsAlive(int index) => ((_alive >> index) & 1) != 0;

    /// <summary>A partition has returned.</summary>
    /// <param name="index">The partition.</param>
    /// <param name="exitCode">Its exit code; what is beyond the maximum counts as the maximum.</param>
    public void End(int index, uint exitCode)
    {
        _alive &= ~(1u << index);
        if (_exitCode == 0)
            _exitCode = exitCode > ExitCodeMaximum ? ExitCodeMaximum : exitCode;
    }

    /// <summary>A partition starts anew.</summary>
    public void Revive(int index)
    {
        _alive |= 1u << index;
        _faulted &= ~(1u << index);
    }

    /// <summary>A partition was stopped for a fault.</summary>
    public void Fault(int index)
    {
        _alive &= ~(1u << index);
        _faulted |= 1u << index;
    }
}
