namespace Nanokernel.Sdk.Analyzers;

/// <summary>The names that the analyzers and the generator know Nanokernel.Runtime by.</summary>
internal static class KnownNames
{
    internal const string PartitionAttribute = "Nanokernel.PartitionAttribute";
    internal const string CallContractAttribute = "Nanokernel.CallContractAttribute";
    internal const string EntryPoint = "Main";
}
