namespace System.Runtime.CompilerServices;

// What the compiler keeps for each class constructor that runs: its code, which is null once it has run.
internal struct StaticClassConstructionContext
{
    internal nint cctorMethodAddress;
}
