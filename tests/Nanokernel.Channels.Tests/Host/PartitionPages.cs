using Nanokernel.Abi;
using Nanokernel.Channels.Tests;

namespace Nanokernel;

// The pages of the participant that runs: in a partition they are at fixed addresses.
internal static unsafe class PartitionPages
{
    internal static InformationPage* Information => Participants.Running.Information;

    internal static ControlPage* Control => Participants.Running.Control;
}
