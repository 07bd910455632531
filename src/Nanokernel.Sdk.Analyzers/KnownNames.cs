namespace Nanokernel.Sdk.Analyzers;

/// <summary>The names that the analyzers and the generator know Nanokernel.Runtime by.</summary>
internal static class KnownNames
{
    internal const string PartitionAttribute = "Nanokernel.PartitionAttribute";
    internal const string SendsAttribute = "Nanokernel.SendsAttribute";
    internal const string ReceivesAttribute = "Nanokernel.ReceivesAttribute";
    internal const string DmaBufferAttribute = "Nanokernel.DmaBufferAttribute";
    internal const string Sender = "Nanokernel.Sender`1";
    internal const string Receiver = "Nanokernel.Receiver`1";
    internal const string DmaBuffer = "Nanokernel.DmaBuffer";
    internal const string EntryPoint = "Main";
}
