using Nanokernel.Checking;
using Nanokernel.Model;

namespace Nanokernel;

/// <summary>Wires a channel to partitions. What each kind of channel has is on the builders derived from this one.</summary>
public abstract class ChannelBuilder
{
    private readonly SystemBuilder _system;

    private protected ChannelBuilder(SystemBuilder system, ChannelDeclaration declaration) => (_system, Declaration) = (system, declaration);

    /// <summary>The channel's name.</summary>
    public string Name => Declaration.Name;

    /// <summary>What has been stated so far, unchecked.</summary>
    public ChannelDeclaration Declaration { get; private protected set; }

    private protected void Wire(ChannelRole role, PartitionBuilder partition, SourceLocation? location, uint? address = null)
    {
        ArgumentNullException.ThrowIfNull(partition);
        Declaration = Declaration with
        {
            Wires = Declaration.Wires.Add(new ChannelWire(role, partition.NameIn(_system), location) { Address = address }),
        };
    }
}
