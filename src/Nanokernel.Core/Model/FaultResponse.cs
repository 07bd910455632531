namespace Nanokernel.Model;

/// <summary>A row of a partition's fault table, as it was written.</summary>
/// <param name="Fault">What happens; null: everything that a partition cannot go on after, and that has no row of its own.</param>
/// <param name="Action">What is done about it.</param>
public sealed record FaultResponse(FaultEvent? Fault, FaultAction Action);
