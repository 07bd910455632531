using System.Reflection;
using Nanokernel.Testing;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Nanokernel.Image.Tests.Infrastructure;

/// <summary>Runs a theory of one <see cref="CompilerMode"/> in each mode.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CompilerModesAttribute : DataAttribute
{
    /// <inheritdoc />
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<CompilerMode>().Select(mode => new TheoryDataRow<CompilerMode>(mode))]);

    /// <inheritdoc />
    public override bool SupportsDiscoveryEnumeration() => true;
}
