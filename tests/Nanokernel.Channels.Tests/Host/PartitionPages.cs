using Nanokernel.Abi;
using Nanokernel.Channels.Tests;

namespace Nanokernel;

// The pages of the participant that runs: in a partition they are at fixed addresses.
internal static unsafe class PartitionPages
{
    // The kernel writes there when a partition ends: so each access is an operation too.
    internal static InformationPage* Information
    {
        get
        {
            Participants.Step();
            return Participants.Running.Information;
        }
    }

    internal static ControlPage* Control => Participants.Running.Control;
}
