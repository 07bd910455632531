using Nanokernel.Abi;

namespace Nanokernel.Tracing;

/// <summary>An event of a <see cref="SystemTrace"/>.</summary>
/// <param name="Boot">The start of the kernel that it belongs to: 1 is the first since the ring was begun.</param>
/// <param name="Microseconds">
/// When it happened, since the kernel started; where the ring has several starts, since the earliest of them, or since the first event
/// where that start is no longer in the ring. It never decreases, not even from one start to the next.
/// </param>
/// <param name="Kind">What happened.</param>
/// <param name="Partition">The index of the partition that it happened to, or null.</param>
/// <param name="Detail">What <paramref name="Kind"/> says of it.</param>
/// <param name="Argument">What <paramref name="Kind"/> says of it.</param>
public readonly record struct TraceEvent(int Boot, double Microseconds, TraceKind Kind, int? Partition, int Detail, uint Argument);
