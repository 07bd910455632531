namespace Nanokernel.X86.Tests.CommandLine;

/// <summary>Tests that take the console of the process for themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ConsoleCollection
{
    internal const string Name = "Console";
}
