using System.Collections.Immutable;
using Nanokernel.Abi;

namespace Nanokernel.Model;

/// <summary>A PCI function of a <see cref="CheckedPartition"/>.</summary>
/// <param name="Function">The function.</param>
/// <param name="Bars">Its BARs, by index.</param>
public sealed record CheckedPciFunction(PciFunction Function, ImmutableArray<CheckedPciBar> Bars)
{
    /// <summary>Places the memory of a partition's functions, one BAR behind the other.</summary>
    /// <param name="functions">The functions.</param>
    /// <param name="next">The first free address, the start of a page; then the first address behind the functions' memory.</param>
    internal static ImmutableArray<CheckedPciFunction> Place(IEnumerable<PciFunction> functions, ref uint next)
    {
        var placed = ImmutableArray.CreateBuilder<CheckedPciFunction>();
        foreach (var function in functions)
        {
            var bars = ImmutableArray.CreateBuilder<CheckedPciBar>();
            foreach (var bar in function.Bars.OrderBy(bar => bar.Index))
            {
                var isMemory = bar.Kind == PciBarKind.Memory;
                bars.Add(new CheckedPciBar(bar, isMemory ? next : 0));
                next += isMemory ? bars[^1].WindowBytes : 0;
            }

            placed.Add(new CheckedPciFunction(function, bars.ToImmutable()));
        }

        return placed.ToImmutable();
    }
}
