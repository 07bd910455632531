namespace Nanokernel.Sdk.Analyzers.Generation;

/// <summary>A class marked <c>[Partition]</c>, reduced to what the generated half says.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">Its name, as it stands in source.</param>
/// <param name="HasEntryPoint">Whether it has a <c>static void Main()</c>.</param>
/// <param name="Ends">The channel ends that it asks for, in the order of their declaration.</param>
internal sealed record PartitionModel(string Namespace, string Name, bool HasEntryPoint, EquatableArray<ChannelEndModel> Ends);
