namespace System.Runtime.CompilerServices;

/// <summary>Names the state machine of an iterator.</summary>
public sealed class IteratorStateMachineAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public IteratorStateMachineAttribute(Type stateMachineType)
    {
    }
}
