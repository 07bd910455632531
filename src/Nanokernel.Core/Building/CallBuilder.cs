using System.Runtime.CompilerServices;
using Nanokernel.Model;

namespace Nanokernel;

/// <summary>Wires a call channel from the partitions that call to the one that serves them.</summary>
public sealed class CallBuilder : ChannelBuilder
{
    internal CallBuilder(SystemBuilder system, CallDeclaration declaration)
        : base(system, declaration)
    {
    }

    /// <summary>Names a partition that calls. Each has memory of its own with the server.</summary>
    /// <param name="client">The partition; its project has an end <c>[Calls("name")]</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public CallBuilder From(PartitionBuilder client, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Wire(ChannelRole.CallClient, client, CallerLocation.From(file, line));
        return this;
    }

    /// <summary>Names the partition that serves the calls. It should run at no lower priority than its clients.</summary>
    /// <param name="server">The partition; its project has an end <c>[Serves("name")]</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public CallBuilder To(PartitionBuilder server, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Wire(ChannelRole.CallServer, server, CallerLocation.From(file, line));
        return this;
    }
}
