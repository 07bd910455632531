namespace System;

/// <summary>The base of delegates that call several methods.</summary>
public abstract class MulticastDelegate : Delegate
{
    internal static MulticastDelegate? CombineLists(MulticastDelegate a, MulticastDelegate b) => a;

    internal static MulticastDelegate? RemoveFromList(MulticastDelegate source, MulticastDelegate value) => source;
}
