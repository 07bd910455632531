namespace Nanokernel.Sdk.Tests.Builds;

/// <summary>Tests that build the one solution of <see cref="PackedPackages.PlantAsync"/>, and therefore one after the other.</summary>
[CollectionDefinition(Name)]
public static class BuildCollection
{
    public const string Name = "Builds";
}
