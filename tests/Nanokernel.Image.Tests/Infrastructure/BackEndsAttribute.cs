using System.Reflection;
using Nanokernel.Testing;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Nanokernel.Image.Tests.Infrastructure;

/// <summary>Runs a theory of a <see cref="CompilerMode"/> and a <see cref="BackEnd"/> in each mode on each of some back ends.</summary>
/// <param name="backEnds">The back ends; none: the two interrupt controllers, each with its own timer.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BackEndsAttribute(params BackEnd[] backEnds) : DataAttribute
{
    /// <summary>The back ends.</summary>
    public IReadOnlyList<BackEnd> BackEnds { get; } = backEnds is [] ? [BackEnd.Legacy, BackEnd.Apic] : backEnds;

    /// <inheritdoc />
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. from mode in Enum.GetValues<CompilerMode>() from backEnd in BackEnds select new TheoryDataRow<CompilerMode, BackEnd>(mode, backEnd)]);

    /// <inheritdoc />
    public override bool SupportsDiscoveryEnumeration() => true;
}
