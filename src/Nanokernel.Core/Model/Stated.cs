using Nanokernel.Checking;

namespace Nanokernel.Model;

/// <summary>A value and the place where it was stated.</summary>
/// <param name="Value">The value.</param>
/// <param name="Location">The place; null where nobody stated it, or it is not known.</param>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed record Stated<T>(T Value, SourceLocation? Location);
