namespace Nanokernel.Sdk.Analyzers.Generation;

/// <summary>An interface marked <c>[CallContract]</c>, reduced to what its client and server say.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">Its name, as it stands in source.</param>
/// <param name="Stem">What the generated names begin with.</param>
/// <param name="Access">Who sees it: <c>public</c> or <c>internal</c>.</param>
/// <param name="Methods">Its methods, in the order of their numbers.</param>
internal sealed record CallContractModel(string Namespace, string Name, string Stem, string Access, EquatableArray<CallMethodModel> Methods);

/// <summary>A method of a contract.</summary>
/// <param name="Name">Its name, without escape.</param>
/// <param name="Result">The type of its result, fully qualified; null: none.</param>
/// <param name="Parameters">Its parameters.</param>
internal sealed record CallMethodModel(string Name, string? Result, EquatableArray<CallParameterModel> Parameters);

/// <summary>A parameter of a method of a contract.</summary>
/// <param name="Name">Its name, without escape.</param>
/// <param name="Type">Its type, fully qualified.</param>
/// <param name="IsIn">Whether it is passed with <c>in</c>.</param>
internal sealed record CallParameterModel(string Name, string Type, bool IsIn);
